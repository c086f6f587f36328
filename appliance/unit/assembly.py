"""One running kiosk: the core, its devices and its window, put together."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from appliance.doctor.rounds import check_machine
from appliance.loop import Loop
from appliance.timekeeping.timekeeper import BUILT_AT
from appliance.unit.crash_guard import CrashGuard
from appliance.unit.device_set import DeviceSet
from appliance.unit.effect_runner import EffectRunner
from appliance.unit.sessions import open_session
from drivers.clock.battery import this_boot
from drivers.clock.system import read_clock
from drivers.machine.health import measure
from drivers.watchdog.feeding import FEED_EVERY_S, Watchdog
from drivers.watchdog.notices import Notices
from ui import launch
from ui.leaving import LEAVING

if TYPE_CHECKING:
    from appliance.model.findings import Finding
    from ui.app import Dock, KioskApp


class BadSize(ValueError):
    """A window is given as 1280x800."""


def pixels(window: str) -> tuple[int, int]:
    """`1280x800` as width and height. Raises BadSize."""
    width, _, height = window.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 200):
        raise BadSize("a window is given as 1280x800, and is at least 320x200")
    return int(width), int(height)


@dataclass(slots=True)
class Unit:
    """One running kiosk over the library in `folder`."""

    folder: Path
    loop: Loop
    devices: DeviceSet
    effects: EffectRunner
    watchdog: Watchdog

    def start(self) -> None:
        self.effects.start(self.loop.post)
        self.devices.start(self.loop.post)
        self.loop.start()

    def stop(self) -> None:
        self.watchdog.end()
        self.devices.stop_scanning()
        self.effects.stop()
        self.devices.stop()  # before the core, which still hears that the last slip came out
        self.loop.stop()

    def show(
        self,
        size: tuple[int, int] | None,
        *,
        dock: Dock | None = None,
        when_shown: Callable[[KioskApp], None] | None = None,
    ) -> None:
        """Run in a window of `size` (None: the whole screen) until it is closed or a signal asks for the end.

        Any thread's unexpected error ends the whole program.

        Raises:
            launch.NoWindow: the kiosk was stopped again.
        """
        LEAVING.listen()

        def subscribe(watcher: Callable[..., None]) -> None:
            self.loop.subscribe(watcher)
            self.start()

        def shown(kiosk: KioskApp) -> None:
            self.watchdog.begin()
            kiosk.call_when_scans_are_answered(self.devices.open)
            if self.watchdog.wanted:
                kiosk.call_every(self.watchdog.feed, FEED_EVERY_S)
            if when_shown is not None:
                when_shown(kiosk)

        covers = self.folder / "covers"
        with CrashGuard(self.loop, expected=(launch.NoWindow,)):
            try:
                launch.run(self.loop.post, subscribe, size, dock, shown, covers)
            except (launch.NoWindow, SystemExit):
                LEAVING.be_deaf()
                self.stop()
                raise
            LEAVING.be_deaf()
            self.stop()


def assemble(folder: Path, devices: DeviceSet) -> Unit:
    """A kiosk over the library in `folder`, with these devices."""

    def examine() -> tuple[Finding, ...]:
        return (*devices.findings(), *check_machine(measure(folder)))

    effects = EffectRunner(devices.submit, devices.picture, examine, devices.play)
    watchdog = Watchdog(Notices(os.environ))
    loop = Loop(
        lambda: open_session(folder, this_boot(datetime.now(UTC), BUILT_AT)),
        read_clock,
        effects.carry_out,
        watchdog.core_lives,
    )
    return Unit(folder, loop, devices, effects, watchdog)
