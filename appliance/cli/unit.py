"""One running kiosk: the core, its devices and its window, put together."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from appliance.cli.errands import Errands
from appliance.cli.fast_end import FastEnd
from appliance.cli.measuring import simulated_health
from appliance.cli.sessions import open_session
from appliance.doctor.rounds import of_devices, of_machine
from appliance.loop import Loop
from appliance.model.findings import Finding
from appliance.ports import Speaker
from drivers.clock.system import read_clock
from drivers.machine.health import measure
from drivers.printer.profile import PAPER_80_MM
from drivers.printer.queue import PrintQueue
from drivers.simulated.printer import SimulatedMechanism
from drivers.simulated.scanner import SimulatedScanner
from drivers.simulated.speaker import SimulatedSpeaker
from drivers.watchdog.feeding import FEED_EVERY_S, Watchdog
from drivers.watchdog.notices import Notices
from ui import launch

if TYPE_CHECKING:
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
    """One running kiosk over the library in `folder`: the core and its devices, which are simulated."""

    folder: Path
    loop: Loop
    scanner: SimulatedScanner
    mechanism: SimulatedMechanism
    printer: PrintQueue
    errands: Errands
    speaker: Speaker
    watchdog: Watchdog

    def start(self) -> None:
        self.printer.start(self.loop.post)
        self.errands.start(self.loop.post)
        self.scanner.start(self.loop.post)
        self.speaker.start(self.loop.post)
        self.loop.start()

    def stop(self) -> None:
        self.watchdog.end()
        self.scanner.stop()
        self.loop.stop()
        self.errands.stop()
        self.printer.stop()
        self.speaker.stop()

    def show(
        self,
        size: tuple[int, int],
        *,
        fullscreen: bool = False,
        dock: Dock | None = None,
        when_shown: Callable[[KioskApp], None] | None = None,
    ) -> None:
        """Run until the window is closed; any thread's unexpected error ends the whole program.

        Raises:
            launch.NoWindow: the kiosk was stopped again.
        """

        # systemd stops the kiosk by SIGTERM, a technician by Ctrl-C: each is an end in good order. Both are
        # set, because a shell may have started us with SIGINT ignored.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _leave)

        def subscribe(watcher: Callable[..., None]) -> None:
            self.loop.subscribe(watcher)
            self.start()

        def shown(kiosk: KioskApp) -> None:
            self.watchdog.begin()
            if self.watchdog.wanted:
                launch.call_every(self.watchdog.feed, FEED_EVERY_S)
            if when_shown is not None:
                when_shown(kiosk)

        covers = self.folder / "covers"
        with FastEnd(self.loop, expected=(launch.NoWindow,)):
            try:
                launch.run(self.loop.post, subscribe, size, fullscreen, dock, shown, covers)
            except (launch.NoWindow, SystemExit):
                self.stop()
                raise
            self.stop()


def _leave(_signal: int, _frame: object) -> None:
    raise SystemExit(0)


def assemble(folder: Path, slips: Path, speaker: Speaker | None = None) -> Unit:
    """A kiosk over the library in `folder`, whose simulated printer leaves its slips in `slips`.

    Without a `speaker`, what is announced is kept in memory only.
    """
    mechanism = SimulatedMechanism(slips)
    printer, scanner = PrintQueue(mechanism, PAPER_80_MM), SimulatedScanner()
    heard_by = speaker or SimulatedSpeaker()

    def examine() -> tuple[Finding, ...]:
        devices = simulated_health(scanner, printer)
        return (*of_devices(devices), *of_machine(measure(folder)))

    errands = Errands(printer, PAPER_80_MM, examine, heard_by)
    watchdog = Watchdog(Notices(os.environ))
    loop = Loop(lambda: open_session(folder), read_clock, errands.carry_out, watchdog.core_lives)
    return Unit(folder, loop, scanner, mechanism, printer, errands, heard_by, watchdog)
