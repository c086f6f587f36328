"""Putting the house together: the only place that knows the screen and the devices."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from appliance.catalogue.entry import Refusal
from appliance.cli.app import app
from appliance.cli.demo_library import DEMO_LIBRARY, DemoTable, lay_table, make_demo_library
from appliance.cli.exits import Exit
from appliance.cli.fast_end import FastEnd
from appliance.cli.opening import open_session
from appliance.cli.output import DEFAULT_LIBRARY, LibraryOption, fail
from appliance.loop import Loop
from appliance.paper.codes import slip_code
from appliance.paper.loan_slip import loan_slip
from drivers.clock.system import read_clock
from drivers.printer.profile import PAPER_80_MM
from drivers.printer.queue import PrintQueue
from drivers.simulated.printer import SimulatedMechanism
from drivers.simulated.scanner import SimulatedScanner
from ui import launch

if TYPE_CHECKING:
    from ui.app import Dock, KioskApp

_MEMORY_AFTER_S = 3.0
SizeOption = Annotated[str, typer.Option("--window", help="Size of the window, as 1280x800 or 800x480.")]


@dataclass(slots=True)
class Unit:
    """One running kiosk over the library in `folder`: the core and its devices, which are simulated."""

    folder: Path
    loop: Loop
    scanner: SimulatedScanner
    mechanism: SimulatedMechanism
    printer: PrintQueue

    def start(self) -> None:
        self.printer.start(self.loop.post)
        self.scanner.start(self.loop.post)
        self.loop.start()

    def stop(self) -> None:
        self.scanner.stop()
        self.loop.stop()
        self.printer.stop()


def assemble(folder: Path, slips: Path) -> Unit:
    """A kiosk over the library in `folder`, whose simulated printer leaves its slips in `slips`."""
    mechanism = SimulatedMechanism(slips)
    printer = PrintQueue(mechanism, PAPER_80_MM)
    loop = Loop(
        lambda: open_session(folder), read_clock, lambda effect: printer.submit(loan_slip(effect.facts))
    )
    return Unit(folder, loop, SimulatedScanner(), mechanism, printer)


@app.command()
def run(
    library: LibraryOption = DEFAULT_LIBRARY,
    window: Annotated[str, typer.Option(help="A window of this size instead of the whole screen.")] = "",
    exit_after_first_frame: Annotated[bool, typer.Option(hidden=True)] = False,
    report_memory: Annotated[bool, typer.Option(hidden=True)] = False,
) -> None:
    """Run the kiosk on this unit's library."""
    unit = assemble(library, library / "slips")
    when_shown: Callable[[KioskApp], None] | None = None
    if exit_after_first_frame:
        when_shown = _stop
    elif report_memory:
        when_shown = _report_memory
    _show(unit, _pixels(window or "1280x800"), fullscreen=not window, when_shown=when_shown)


@app.command()
def demo(
    library: Annotated[Path, typer.Option(help="Where the demo library is kept.")] = DEMO_LIBRARY,
    catalogue: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A real catalogue file to show.")
    ] = None,
    window: SizeOption = "1280x800",
    headless: Annotated[
        bool | None,
        typer.Option(
            "--headless/--with-window", help="Tell the story in pictures; the default without a display."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="Where the story leaves its pictures.")] = Path("build/story"),
) -> None:
    """Show the kiosk on a demo library, with a dock beside it that stands in for hands and cables."""
    folder = library / catalogue.stem if catalogue else library / "own"
    try:
        make_demo_library(folder, catalogue)
    except Refusal as refusal:
        fail(Exit.FILE_REFUSED, f"The catalogue was refused: {refusal.problem.cause}", as_json=False)
    table = lay_table(folder)
    if headless if headless is not None else not _has_display():
        _tell_story(folder, table, _pixels(window), out)
    else:
        unit = assemble(folder, folder / "slips")
        _show(unit, _pixels(window), dock=_dock(unit, table))


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _pixels(window: str) -> tuple[int, int]:
    width, _, height = window.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise typer.BadParameter("a window is given as 1280x800")
    return int(width), int(height)


def _show(
    unit: Unit,
    size: tuple[int, int],
    *,
    fullscreen: bool = False,
    dock: Dock | None = None,
    when_shown: Callable[[KioskApp], None] | None = None,
) -> None:
    """Run until the window is closed; any thread's unexpected error ends the whole program."""

    def subscribe(watcher: Callable[..., None]) -> None:
        unit.loop.subscribe(watcher)
        unit.start()

    with FastEnd(unit.loop, expected=(typer.Exit,)):
        try:
            launch.run(unit.loop.post, subscribe, size, fullscreen, dock, when_shown, unit.folder / "covers")
        except launch.NoWindow as reason:
            fail(Exit.NO_DISPLAY, str(reason), as_json=False)
        unit.stop()


def _stop(kiosk: KioskApp) -> None:
    kiosk.stop()


def _report_memory(kiosk: KioskApp) -> None:
    from kivy.clock import Clock  # after Kivy was set up

    def report(_dt: float) -> None:
        status = Path("/proc/self/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        typer.echo(resident.split()[1])
        kiosk.stop()

    Clock.schedule_once(report, _MEMORY_AFTER_S)


def _dock(unit: Unit, table: DemoTable) -> Dock:
    # Kivy must have been set up before any of its widgets is imported: so here, when the dock is built.
    def build() -> Any:
        from ui.dock import DockCode, DockDevices, build_dock

        devices = DockDevices(
            scan=unit.scanner.scan,
            unplug=unit.scanner.unplug,
            plug=unit.scanner.plug,
            tear_paper=unit.mechanism.paper_out,
            load_paper=unit.mechanism.repair,
            last_slip=lambda: unit.mechanism.pictures[-1] if unit.mechanism.pictures else None,
            last_slip_code=lambda: _last_slip_code(unit.mechanism),
            cards=tuple(DockCode(card.name, card.code) for card in table.cards),
            badges=tuple(DockCode(badge.name, badge.code, badge.pin) for badge in table.badges),
            copies=tuple(DockCode(copy.name, copy.code) for copy in table.copies),
        )
        return build_dock(devices)

    return build


def _last_slip_code(mechanism: SimulatedMechanism) -> str | None:
    pictures = mechanism.pictures
    return slip_code(int(pictures[-1].stem.rpartition("-")[2])) if pictures else None


def _tell_story(folder: Path, table: DemoTable, size: tuple[int, int], out: Path) -> None:
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    unit = assemble(folder, out / "slips")

    def tell_it(kiosk: KioskApp) -> None:
        from ui.story import Props, tell  # as above: after Kivy was set up

        first, second, third, *_ = (copy.code for copy in table.copies)
        props = Props(
            scan=unit.scanner.scan,
            tear_paper=unit.mechanism.paper_out,
            load_paper=unit.mechanism.repair,
            card=table.cards[0].code,
            badge=table.badges[0].code,
            pin=table.badges[0].pin,
            books=(first, second, third),
            word=table.copies[0].name[:2],
        )
        tell(kiosk, props, out, typer.echo)

    _show(unit, size, when_shown=tell_it)
    slips = len(unit.mechanism.pictures)
    typer.echo(f"The pictures are in {out}, {slips} slip(s) in {out / 'slips'}.")


def main() -> None:
    """The console command `bce-kiosk`."""
    app()


if __name__ == "__main__":
    main()
