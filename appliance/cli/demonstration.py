"""`bce-kiosk demo`: the kiosk on a demo library, with a dock beside it, or as a story in pictures."""

from __future__ import annotations

import os
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from appliance.catalogue.entry import Refusal
from appliance.cli.demo_library import DemoTable, FolderTaken, lay_table, make_demo_library
from appliance.cli.exits import Exit
from appliance.cli.folders import DEMO_LIBRARY
from appliance.cli.importing import show_report
from appliance.cli.opening import explained
from appliance.cli.output import JsonOption, fail, show_json
from appliance.language.voice import spoken
from appliance.model import RequestId
from appliance.model.speech import Announcement
from appliance.paper.codes import slip_code
from appliance.unit.assembly import BadSize, Unit, assemble, pixels
from appliance.unit.simulated_devices import Simulated, simulated_devices
from drivers.simulated.printer import SimulatedMechanism
from ui.launch import NoWindow, size_on_desk
from ui.story import Props, tell

if TYPE_CHECKING:
    from ui.app import Dock, KioskApp

_SIZE = "1280x800"
SizeOption = Annotated[
    str, typer.Option("--window", help="Size of the kiosk, as 1280x800; without it what fits on the display.")
]


def demo(
    library: Annotated[Path, typer.Option(help="Where demo libraries are kept.")] = DEMO_LIBRARY,
    catalogue: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A real catalogue file to show.")
    ] = None,
    window: SizeOption = "",
    headless: Annotated[
        bool | None,
        typer.Option(
            "--headless/--with-window", help="Tell the story in pictures; the default without a display."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="Where the story leaves its pictures.")] = Path("build/story"),
    as_json: JsonOption = False,
) -> None:
    """Show the kiosk on a demo library, with a dock beside it that stands in for hands and cables."""
    try:
        size = pixels(window or _SIZE)
    except BadSize as bad:
        raise typer.BadParameter(str(bad)) from bad
    if headless if headless is not None else not _has_display():
        # A story begins on a fresh library every time, whatever an earlier one left on loan.
        with TemporaryDirectory() as fresh:
            table = _table(Path(fresh) / "library", catalogue, as_json=as_json)
            _tell_story(Path(fresh) / "library", table, size, out, as_json=as_json)
        return
    folder = library / _name_of(catalogue)
    table = _table(folder, catalogue, as_json=as_json)
    simulated = simulated_devices(folder / "slips")
    if not as_json:
        typer.echo("To leave the demo, close its window, or press Ctrl-C here.")
    if not window:
        size = size_on_desk(size)
    _show(assemble(folder, simulated.devices), size, as_json=as_json, dock=_dock(simulated, table))


def _name_of(catalogue: Path | None) -> str:
    """A changed file of the same name is another catalogue."""
    if catalogue is None:
        return "own"
    return f"{catalogue.stem}-{sha256(catalogue.read_bytes()).hexdigest()[:8]}"


def _table(folder: Path, catalogue: Path | None, *, as_json: bool) -> DemoTable:
    """Make the demo library if need be, say what the catalogue's import found, and lay the table."""
    try:
        with explained(as_json=as_json):
            report = make_demo_library(folder, catalogue)
            if report and not as_json:
                show_report(report, as_json=False)
            return lay_table(folder)
    except Refusal as refusal:
        words = f"The catalogue was refused: {refusal.problem.cause}"
        fail(Exit.FILE_REFUSED, words, as_json=as_json)
    except FolderTaken as taken:
        fail(Exit.LIBRARY_UNUSABLE, f"{taken} holds something else; name another --library.", as_json=as_json)


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _show(unit: Unit, size: tuple[int, int], *, as_json: bool, **how: Any) -> None:
    try:
        unit.show(size, **how)
    except NoWindow as reason:
        fail(Exit.NO_DISPLAY, str(reason), as_json=as_json)


def _dock(simulated: Simulated, table: DemoTable) -> Dock:
    # Kivy must have been set up before any of its widgets is imported: so here, when the dock is built. That
    # is done again for each size of the window, on the same table.
    @cache
    def laid() -> Dock:
        # See above: Kivy reads its settings when it is imported.
        from ui.dock import DockCode, DockDevices, build_dock

        devices = DockDevices(
            scan=lambda side, code: simulated.at(side).scan(code),
            unplug=lambda side: simulated.at(side).unplug(),
            plug=lambda side: simulated.at(side).plug(),
            become=simulated.mechanism.become,
            said=lambda: _said(simulated.speaker.last),
            last_slip=lambda: simulated.mechanism.pictures[-1] if simulated.mechanism.pictures else None,
            last_slip_code=lambda: _last_slip_code(simulated.mechanism, table),
            cards=tuple(DockCode(card.name, card.code) for card in table.cards),
            badges=tuple(DockCode(badge.name, badge.code, badge.pin) for badge in table.badges),
            copies=tuple(DockCode(copy.name, copy.code) for copy in table.copies),
        )
        return partial(build_dock, devices)

    def build() -> Any:
        return laid()()

    return build


def _said(last: Announcement | None) -> str:
    return " ".join(spoken(phrase, last.language) for phrase in last.phrases) if last else ""


def _last_slip_code(mechanism: SimulatedMechanism, table: DemoTable) -> str | None:
    """None while nothing came out, and after a test slip, which is no loan's."""
    pictures = mechanism.pictures
    request_id = RequestId(int(pictures[-1].stem.rpartition("-")[2]) if pictures else 0)
    return slip_code(table.card_key, request_id) if request_id else None


def _tell_story(folder: Path, table: DemoTable, size: tuple[int, int], out: Path, *, as_json: bool) -> None:
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    books = tuple(copy.code for copy in table.copies if copy.lendable)[:3]
    if len(books) < 3:
        fail(Exit.FILE_REFUSED, "The story needs three books that can be lent.", as_json=as_json)
    simulated = simulated_devices(out / "slips")
    unit = assemble(folder, simulated.devices)
    lines: list[str] = []

    def tell_it(kiosk: KioskApp) -> None:
        props = Props(
            scan=simulated.scanner.scan,
            tear_paper=simulated.mechanism.paper_out,
            card=table.cards[0].code,
            badge=table.badges[0].code,
            pin=table.badges[0].pin,
            books=(books[0], books[1], books[2]),
            word=table.copies[0].name[:2],
        )
        tell(kiosk, props, out, lines.append if as_json else typer.echo)

    _show(unit, size, as_json=as_json, when_shown=tell_it)
    slips = [str(picture) for picture in simulated.mechanism.pictures]
    if as_json:
        show_json({"story": lines, "pictures": str(out), "slips": slips})
    else:
        typer.echo(f"The pictures are in {out}, {len(slips)} slip(s) in {out / 'slips'}.")
