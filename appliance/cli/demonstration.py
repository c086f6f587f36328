"""`bce-kiosk demo`: the kiosk on a demo library, with a dock beside it, or as a story in pictures."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from appliance.catalogue.entry import Refusal
from appliance.cli.demo_library import DemoTable, lay_table, make_demo_library
from appliance.cli.exits import Exit
from appliance.cli.folders import DEMO_LIBRARY
from appliance.cli.opening import explained
from appliance.cli.output import fail
from appliance.cli.unit import BadSize, Unit, assemble, pixels
from appliance.paper.codes import slip_code
from drivers.simulated.printer import SimulatedMechanism
from ui.launch import NoWindow

if TYPE_CHECKING:
    from ui.app import Dock, KioskApp

SizeOption = Annotated[str, typer.Option("--window", help="Size of the window, as 1280x800 or 800x480.")]


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
    try:
        size = pixels(window)
    except BadSize as bad:
        raise typer.BadParameter(str(bad)) from bad
    folder = library / catalogue.stem if catalogue else library / "own"
    try:
        make_demo_library(folder, catalogue)
    except Refusal as refusal:
        fail(Exit.FILE_REFUSED, f"The catalogue was refused: {refusal.problem.cause}", as_json=False)
    with explained(as_json=False):
        table = lay_table(folder)
    if headless if headless is not None else not _has_display():
        _tell_story(folder, table, size, out)
    else:
        unit = assemble(folder, folder / "slips")
        _show(unit, size, dock=_dock(unit, table))


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _show(unit: Unit, size: tuple[int, int], **how: Any) -> None:
    try:
        unit.show(size, **how)
    except NoWindow as reason:
        fail(Exit.NO_DISPLAY, str(reason), as_json=False)


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
