"""A scanner that types, taken away from the system: what it types reaches only the kiosk.

Its keys are grabbed (EVIOCGRAB). Without it a printed code can make the scanner type
Ctrl-Alt-Del or SysRq, and the machine obeys.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from typing import Any

from appliance.model.health import Reach
from drivers.scanner.device import Gone
from drivers.scanner.keys import EV_KEY, EV_SYN, SYN_DROPPED, KeyDecoder
from drivers.scanner.plugged import nodes_of

evdev: Any
try:
    import evdev
except ImportError:
    # PCs have a wheel of it, a Raspberry Pi has Debian's package; scanners on serial lines need neither.
    evdev = None


class KeyboardLine:
    """Every event device of one scanner; a scanner may show itself as several, and each can type."""

    def __init__(self, named: str) -> None:
        """Open and grab. `named` is a USB id `VID:PID`, or a path under /dev/input. Raises Gone."""
        _evdev()
        self._decoder = KeyDecoder()
        self._selector = DefaultSelector()
        self._devices: list[Any] = []
        try:
            for path in nodes_of(named):
                self._take(_open(path))
        except Gone:
            self.close()
            raise
        if not self._devices:
            raise Gone(Reach.MISSING)

    def read(self, timeout_s: float) -> bytes | None:
        """As `Line.read`: the letters typed. Raises Gone."""
        typed = bytearray()
        for key, _ in self._selector.select(timeout_s):
            try:
                events = list(key.fileobj.read())  # type: ignore[union-attr]  # an InputDevice, not a descriptor
            except OSError as error:
                raise Gone(Reach.MISSING) from error
            for event in events:
                if event.type == EV_SYN and event.code == SYN_DROPPED:
                    self._decoder.forget()
                    return None
                if event.type == EV_KEY:
                    typed += self._decoder.feed(event.code, event.value)
        return bytes(typed)

    @property
    def differing(self) -> tuple[str, ...]:
        """None: a scanner that types cannot be asked."""
        return ()

    def close(self) -> None:
        """Closing a device lets go of its grab."""
        self._selector.close()
        for device in self._devices:
            with suppress(OSError):
                device.close()
        self._devices.clear()

    def _take(self, device: Any) -> None:
        self._devices.append(device)
        try:
            device.grab()
        except OSError as error:
            raise Gone(Reach.HELD if error.errno == errno.EBUSY else Reach.MISSING) from error
        self._selector.register(device, EVENT_READ)


def _open(path: str) -> Any:
    """One event device. Raises Gone: if one node of a scanner cannot be had, what it types is not ours."""
    try:
        return _evdev().InputDevice(path)
    except PermissionError as error:
        raise Gone(Reach.NOT_ALLOWED) from error
    except OSError as error:
        raise Gone(Reach.MISSING) from error


def _evdev() -> Any:
    """The library. Raises Gone where there is none."""
    if evdev is None:
        raise Gone(Reach.NO_SUPPORT)
    return evdev
