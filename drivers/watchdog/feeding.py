"""Feeding systemd's watchdog, as long as the core and the screen both live."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from drivers.watchdog.heartbeat import Heartbeat
from drivers.watchdog.notices import Notices

FEED_EVERY_S = 1.0
SILENT_S = 5.0
"""The core ticks every second; checking a PIN takes it 0.3 s. It hangs when nothing was heard for so long."""

CORE = "core"


class Watchdog:
    """The screen's clock calls `feed` every `FEED_EVERY_S`, so a screen that hangs does not feed.

    The core calls `core_lives` after each message and tick; a core that hangs is not fed for.
    """

    def __init__(self, notices: Notices, uptime_s: Callable[[], float] = monotonic) -> None:
        self._notices = notices
        self._uptime_s = uptime_s
        self._heartbeat = Heartbeat([CORE], SILENT_S, uptime_s())

    @property
    def wanted(self) -> bool:
        """Whether anybody waits to be told."""
        return self._notices.wanted

    def core_lives(self) -> None:
        """From the core's thread."""
        self._heartbeat.beat(CORE, self._uptime_s())

    def begin(self) -> None:
        """The first frame is on the glass."""
        self._notices.ready()
        self.feed()

    def feed(self) -> None:
        """From the screen's clock."""
        silent = self._heartbeat.silent(self._uptime_s())
        if silent:
            hangs = ", ".join(f"{part} silent for {span_s:.0f} s" for part, span_s in silent.items())
            self._notices.not_alive(f"Hangs: {hangs}")
        else:
            self._notices.alive("The library is open")

    def end(self) -> None:
        self._notices.stopping()
