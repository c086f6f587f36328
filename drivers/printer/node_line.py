"""A printer behind a device node: `/dev/usb/lp0`, or a serial line.

python-escpos writes to these without a deadline and cannot tell how far it came (docs/decisions/0009), so
this writes by itself: never more than the printer takes now.
"""

from __future__ import annotations

import errno
import fcntl
import os
import select
import struct
import termios

from serial import Serial, SerialException

from appliance.model.health import Reach
from drivers.printer.line import Unplugged

_READ_MOST = 256
_TAKEN_LATER = (errno.EAGAIN, errno.EINTR, errno.ENOSPC)
"""ENOSPC is usblp's word for a printer without paper."""
_LPGETSTATUS = 0x060B
"""From Linux's include/uapi/linux/lp.h; usblp answers it with the byte of the USB printer class."""
_REACHES = {
    errno.EACCES: Reach.NOT_ALLOWED,
    errno.EPERM: Reach.NOT_ALLOWED,
    errno.EBUSY: Reach.HELD,  # usblp lets one program in
    errno.EAGAIN: Reach.HELD,  # the lock of another program's exclusive serial line
}


class NodeLine:
    """A descriptor that never blocks."""

    def __init__(self, descriptor: int, serial: Serial | None = None) -> None:
        self._descriptor = descriptor
        self._serial = serial

    def write(self, sent: bytes, timeout_s: float) -> int:
        if not self._is_ready(select.POLLOUT, timeout_s):
            return 0
        try:
            return os.write(self._descriptor, sent)
        except OSError as error:
            if error.errno in _TAKEN_LATER:
                return 0
            raise Unplugged from error

    def read(self, timeout_s: float) -> bytes:
        if not self._is_ready(select.POLLIN, timeout_s):
            return b""
        try:
            answered = os.read(self._descriptor, _READ_MOST)
        except OSError as error:
            if error.errno in _TAKEN_LATER:
                return b""
            raise Unplugged from error
        return answered

    def is_sent(self) -> bool:
        try:
            left = fcntl.ioctl(self._descriptor, termios.TIOCOUTQ, bytes(4))
        except OSError:
            # usblp says yes to a write at once and can take the next only when this one is with the printer.
            return self._is_ready(select.POLLOUT, 0.0)
        return struct.unpack("i", left) == (0,)

    def port_status(self) -> int | None:
        try:
            answered = fcntl.ioctl(self._descriptor, _LPGETSTATUS, bytes(4))
        except OSError as error:
            if error.errno in (errno.ENODEV, errno.EIO):
                raise Unplugged from error
            return None  # not a usblp node, or the printer does not know the request
        return int(struct.unpack("i", answered)[0]) & 0xFF

    def close(self) -> None:
        if self._serial is not None:
            self._serial.close()
        else:
            os.close(self._descriptor)

    def _is_ready(self, for_what: int, timeout_s: float) -> bool:
        poll = select.poll()
        poll.register(self._descriptor, for_what)
        happened = poll.poll(timeout_s * 1000)
        if any(events & (select.POLLERR | select.POLLHUP | select.POLLNVAL) for _, events in happened):
            raise Unplugged
        return bool(happened)


def open_file(path: str) -> NodeLine:
    """Raises Unplugged."""
    try:
        return NodeLine(os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC))
    except OSError as error:
        raise Unplugged(_reach(error)) from error


def open_serial(path: str, baud: int) -> NodeLine:
    """Eight bits, no parity, one stop bit, and nobody else on it. Raises Unplugged."""
    try:
        serial = Serial(path, baud, timeout=0, write_timeout=0, exclusive=True)
    except (SerialException, OSError, termios.error) as error:  # the last is no OSError
        raise Unplugged(_reach(error)) from error
    return NodeLine(serial.fileno(), serial)


def _reach(error: Exception) -> Reach:
    return _REACHES.get(getattr(error, "errno", None) or 0, Reach.MISSING)
