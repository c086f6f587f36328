"""The cable to a printer: what every kind of it can do, and what can go wrong with it."""

from __future__ import annotations

from typing import Protocol

from appliance.model.health import Reach


class Unplugged(Exception):
    """The cable or the power is out, or the printer cannot be opened; `reach` says why."""

    def __init__(self, reach: Reach = Reach.MISSING) -> None:
        super().__init__(reach)
        self.reach = reach


class Line(Protocol):
    """An open cable. Every method is called from one thread; any may raise Unplugged."""

    def write(self, sent: bytes, timeout_s: float) -> int:
        """Send some of it, and return how many bytes the printer took within that time; 0 is none."""

    def read(self, timeout_s: float) -> bytes:
        """What the printer answered within that time."""

    def is_sent(self) -> bool:
        """Whether nothing is left between us and the printer."""

    def port_status(self) -> int | None:
        """The byte of the USB printer class (`status.port_state`); None where there is none."""

    def close(self) -> None: ...
