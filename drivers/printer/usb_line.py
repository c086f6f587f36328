"""A printer on USB (printer class, bulk transfers), opened by python-escpos over libusb."""

from __future__ import annotations

import errno
from time import sleep
from typing import Any

from appliance.model.health import Reach
from drivers.printer.line import Unplugged

PRINTER_CLASS = 7
_PIECE_BYTES = 512
"""Small, so that a printer which takes one byte a second is seen to move."""
_READ_MOST = 64
_GET_PORT_STATUS = (0xA1, 1)
"""Request type and request of the USB printer class, version 1.1, 4.2.2; answered with one byte."""
_ASK_MS = 500
_DIRECTION_IN = 0x80


class UsbLine:
    """The open printer of python-escpos; `timed_out` and `broken` are pyusb's errors.

    A transfer that times out after some bytes tells how many (pyusb looks), so none is sent twice.
    """

    def __init__(
        self, printer: Any, interface: int, timed_out: type[Exception], broken: type[Exception]
    ) -> None:
        self._printer = printer
        self._interface = interface
        self._timed_out = timed_out
        self._broken = broken

    def write(self, sent: bytes, timeout_s: float) -> int:
        piece = sent[:_PIECE_BYTES]
        try:
            return int(self._printer.device.write(self._printer.out_ep, piece, _ms(timeout_s)))
        except self._timed_out:
            return 0
        except self._broken as error:
            raise Unplugged from error

    def read(self, timeout_s: float) -> bytes:
        if self._printer.in_ep is None:
            sleep(timeout_s)
            return b""
        try:
            return bytes(self._printer.device.read(self._printer.in_ep, _READ_MOST, _ms(timeout_s)))
        except self._timed_out:
            return b""
        except self._broken as error:
            raise Unplugged from error

    def is_sent(self) -> bool:
        return True  # a transfer that ended is with the printer

    def port_status(self) -> int | None:
        try:
            answered = self._printer.device.ctrl_transfer(
                *_GET_PORT_STATUS, 0, self._interface << 8, 1, _ASK_MS
            )
        except self._timed_out:
            return None
        except self._broken as error:
            if getattr(error, "errno", None) == errno.EPIPE:  # it does not know the request
                return None
            raise Unplugged from error
        return int(answered[0]) if len(answered) else None

    def close(self) -> None:
        self._printer.close()


def bulk_ends(device: Any) -> tuple[int, int, int | None]:
    """(interface, out, in) of the device's printer interface; a printer that tells nothing has no `in`.

    python-escpos takes 0x01 and 0x82 for granted; many printers have others. Raises Unplugged.
    """
    for configuration in device:
        for interface in configuration:
            if interface.bInterfaceClass != PRINTER_CLASS:
                continue
            ends = [end.bEndpointAddress for end in interface if end.bmAttributes & 3 == 2]
            outs = [end for end in ends if not end & _DIRECTION_IN]
            ins = [end for end in ends if end & _DIRECTION_IN]
            if outs:
                return interface.bInterfaceNumber, outs[0], ins[0] if ins else None
    raise Unplugged(Reach.NO_SUPPORT)


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))
