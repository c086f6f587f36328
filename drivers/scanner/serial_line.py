"""A scanner on a serial line: USB-CDC (`/dev/ttyACM0`) or RS-232 (`/dev/ttyUSB0`, `/dev/ttyAMA0`)."""

from __future__ import annotations

import errno
import termios
from time import monotonic

from serial import Serial, SerialException

from appliance.model.health import Reach
from drivers.scanner.device import Gone

_READ_MOST = 4096
_QUIET_S = 0.1
"""A plug that slides in sends noise or the tail of a scan; after so long without a byte that is over."""
_SETTLES_IN_S = 1.0
"""A line that is never quiet is used all the same; framing and intake refuse what it sends."""


class SerialLine:
    """Eight bits, no parity, one stop bit, no flow control, and nobody else on it."""

    differing: tuple[str, ...] = ()
    """Names of the scanner's own settings that it did not keep when it was opened."""

    def __init__(self, path: str, baud: int) -> None:
        """Open the line. Raises Gone."""
        try:
            self._serial = Serial(path, baud, timeout=0, write_timeout=1.0, exclusive=True)
        except (SerialException, OSError, termios.error) as error:  # the last is no OSError
            raise Gone(_reach(error)) from error
        try:
            # What piled up while nobody listened was meant for nobody.
            self._serial.reset_input_buffer()
        except (OSError, termios.error) as error:
            self._serial.close()
            raise Gone(Reach.MISSING) from error

    def settle(self) -> None:
        """Drop what comes until the line is quiet. Raises Gone."""
        until_s = monotonic() + _SETTLES_IN_S
        while self.read(_QUIET_S) and monotonic() < until_s:
            pass

    def read(self, timeout_s: float) -> bytes:
        """As `Line.read`. Raises Gone."""
        try:
            self._serial.timeout = timeout_s
            first: bytes = self._serial.read(1)
            if not first:
                return b""
            return first + bytes(self._serial.read(min(self._serial.in_waiting, _READ_MOST)))
        except (SerialException, OSError) as error:
            raise Gone(Reach.MISSING) from error

    def write(self, sent: bytes) -> None:
        """Tell the scanner something. Raises Gone."""
        try:
            self._serial.write(sent)
        except (SerialException, OSError) as error:
            raise Gone(Reach.MISSING) from error

    def close(self) -> None:
        self._serial.close()


def _reach(error: Exception) -> Reach:
    number = getattr(error, "errno", None)
    if number in (errno.EACCES, errno.EPERM):
        return Reach.NOT_ALLOWED
    # The lock of another program's exclusive line says EAGAIN.
    if number in (errno.EBUSY, errno.EAGAIN):
        return Reach.HELD
    return Reach.MISSING
