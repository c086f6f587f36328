"""A printer on USB (printer class, bulk transfers), opened by python-escpos over libusb."""

from __future__ import annotations

from typing import Any

from drivers.printer.line import Unplugged

_PIECE_BYTES = 512
"""A transfer that times out does not say how much went over: a small piece, so that little is unknown."""
_READ_MOST = 64


class UsbLine:
    """The open printer of python-escpos; `timed_out` and `broken` are pyusb's errors."""

    def __init__(self, printer: Any, timed_out: type[Exception], broken: type[Exception]) -> None:
        self._printer = printer
        self._timed_out = timed_out
        self._broken = broken

    def write(self, sent: bytes, timeout_s: float) -> int:
        try:
            piece = sent[:_PIECE_BYTES]
            return int(self._printer.device.write(self._printer.out_ep, piece, _ms(timeout_s)))
        except self._timed_out:
            return 0
        except self._broken as error:
            raise Unplugged(str(error)) from error

    def read(self, timeout_s: float) -> bytes:
        try:
            return bytes(self._printer.device.read(self._printer.in_ep, _READ_MOST, _ms(timeout_s)))
        except self._timed_out:
            return b""
        except self._broken as error:
            raise Unplugged(str(error)) from error

    def is_sent(self) -> bool:
        return True  # a transfer that ended is with the printer

    def close(self) -> None:
        self._printer.close()


def open_usb(usb_id: str) -> UsbLine:
    """`usb_id` is `04b8:0e15`. Raises Unplugged."""
    # Imported when a printer is looked for: the two take a tenth of a second that the start does without.
    import usb.core
    from escpos.exceptions import DeviceNotFoundError, USBNotFoundError
    from escpos.printer import Usb

    vendor, product = (int(part, 16) for part in usb_id.split(":"))
    try:
        printer = Usb(vendor, product)
        printer.open()
    except (DeviceNotFoundError, USBNotFoundError, usb.core.NoBackendError, usb.core.USBError) as error:
        raise Unplugged(type(error).__name__) from error
    return UsbLine(printer, usb.core.USBTimeoutError, usb.core.USBError)


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))
