"""Parts of the documents that a machine knows better: `python provisioning/pages.py` writes them anew.

`docs/pictures/doctor.cast` is a recorded session (asciinema's file format, version 2) of `bce-kiosk doctor`
on the demo library with simulated devices: what the program's own code prints, on a computer that is always
the same. `docs/technician.md` shows the session as text, and the table of causes. `docs/formats.md` has the
table of what the journal tells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from appliance.cli.bench_trials import said
from appliance.cli.demo_library import make_demo_library
from appliance.cli.findings_shown import as_table
from appliance.cli.listening import ScanTold
from appliance.cli.measuring import library_health
from appliance.doctor.rounds import check_library, check_machine
from appliance.doctor.status_text import status_text
from appliance.language.causes import CAUSES, CHECKS
from appliance.model import Language, PrinterState, Side
from appliance.model.findings import Check, Finding, worst_first
from appliance.model.health import (
    ClockHealth,
    DiskHealth,
    LibraryHealth,
    MachineHealth,
    Power,
    PrinterHealth,
    Reach,
    ScannerHealth,
    ScreenHealth,
    SoundHealth,
    VoiceHealth,
)
from appliance.model.journal_events import KINDS
from appliance.unit.battery_clock import CLOCK
from appliance.unit.loudspeakers import SOUND, VOICE
from appliance.unit.printers import PRINTER
from appliance.unit.scanners import SCANNER

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "technician.md"
FORMATS = DOCS / "formats.md"
CAST = DOCS / "pictures/doctor.cast"
WIDTH, HEIGHT = 96, 30
_AT = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)
_ANSI = re.compile("\x1b\\[[0-9;]*m")
_MACHINE = MachineHealth(
    "Raspberry Pi 4 Model B Rev 1.5",
    temperature_c=61.0,
    power=Power(low_before=True),
    memory_mb=1945,
    memory_free_mb=1210,
    load_per_core=0.2,
    disk=DiskHealth(21_450, 30_000, 900_000),
    screen=ScreenHealth(1, 1, 1280, 800, "vc4-drm"),
)
_DEVICES = (
    *SCANNER.check((ScannerHealth(Side.READER, Reach.OPEN), ScannerHealth(Side.GUARD, Reach.MISSING))),
    *PRINTER.check((PrinterHealth(Reach.OPEN, PrinterState.NO_PAPER, tells_paper=True),)),
    *SOUND.check((SoundHealth(Reach.OPEN, 80),)),
    *VOICE.check((VoiceHealth(64, 64),)),
    *CLOCK.check((ClockHealth(_AT, datetime(2026, 11, 1, tzinfo=UTC), _AT, apart_s=1.0),)),
)
_SCANS = (
    ScanTold(Side.READER, "Code 128", 13, "CR", 1.4),
    ScanTold(Side.READER, "QR", 9, "CR", 0.9),
)

_TYPES = {
    "str": "text",
    "int": "number",
    "bool": "true or false",
    "float": "number",
    "date": "day",
    "int | None": "number or null",
    "tuple[str, ...]": "texts",
    "Mapping[str, str]": "texts by name",
    "ClockNoted": "the fields of `clock`",
}
_OTHERS = {
    "slip": Check.PRINTER,
    "voice": Check.SOUND,
    "touch": Check.SCREEN,
    "power": Check.TEMPERATURE,
    "machine": Check.MEMORY,
}


def main() -> None:
    """Write all anew."""
    CAST.write_text(cast(), encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text("utf-8")), encoding="utf-8")
    FORMATS.write_text(formats(FORMATS.read_text("utf-8")), encoding="utf-8")


def page(text: str) -> str:
    """The technician's page with its session and its table of causes as they are now."""
    text = _between(text, "session", f"```\n{_ANSI.sub('', ''.join(out for _, out in _session()))}```\n")
    return _between(text, "causes", "".join(_causes()))


def formats(text: str) -> str:
    """The page of formats with the journal's kinds as they are now."""
    return _between(text, "journal", "".join(_kinds()))


def cast() -> str:
    """One JSON value a line: the header, then [seconds, "o", what was printed]."""
    header = {"version": 2, "width": WIDTH, "height": HEIGHT, "title": "bce-kiosk doctor"}
    events = ([at_s, "o", out.replace("\n", "\r\n")] for at_s, out in _session())
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in (header, *events))


def _session() -> Iterator[tuple[float, str]]:
    """(seconds since the beginning, what is printed)."""
    library = _demo_library()
    findings = worst_first(
        (*_DEVICES, *check_library(library, _AT), *check_machine(_MACHINE)),
    )
    scanners = [finding for finding in findings if finding.check is Check.SCANNER]
    yield 0.5, "$ bce-kiosk doctor\n"
    yield 1.6, _printed(findings)
    yield 1.7, status_text("0.1.0", _AT, library, findings) + "\n"
    yield 4.0, "$ bce-kiosk doctor scanner\n"
    yield 4.8, _printed(scanners)
    for at_s, scan in zip((7.0, 9.5), _SCANS, strict=True):
        yield at_s, said(scan) + "\n"


def _demo_library() -> LibraryHealth:
    """A new demo library, with what is drawn by lot in it made always the same."""
    with TemporaryDirectory() as folder:
        make_demo_library(Path(folder) / "library", None)
        library = library_health(Path(folder) / "library")
    assert library.chain is not None
    return replace(library, unit="3f2a90cc51d7", chain=replace(library.chain, head="QZ5VJ2KX7M"))


def _printed(findings: list[Finding] | tuple[Finding, ...]) -> str:
    kept = StringIO()
    console = Console(
        file=kept, force_terminal=True, width=WIDTH, color_system="standard", legacy_windows=False
    )
    console.print(as_table(findings, Language.EN))
    return re.sub(r" +((?:\x1b\[[0-9;]*m)*) *\n", r"\1\n", kept.getvalue())


def _causes() -> Iterator[str]:
    yield "| cause | what it is | what to do |\n|---|---|---|\n"
    for check, (_, name) in CHECKS.items():
        yield f"| **{name}** (`{check}`) | | |\n"
        for cause, (told, to_do) in CAUSES.items():
            if _check_of(cause) is check:
                yield f"| `{cause}` | {told} | {to_do} |\n"


def _kinds() -> Iterator[str]:
    yield "| kind | body | what happened |\n|---|---|---|\n"
    for kind, event in KINDS.items():
        shown = (f"`{field.name}` {_TYPES.get(str(field.type), field.type)}" for field in fields(event))
        told = " ".join((event.__doc__ or "").split())
        yield f"| `{kind}` | {', '.join(shown)} | {told} |\n"


def _check_of(cause: str) -> Check:
    """By the first word of its name; a slip is looked at for its printer, a touch for its screen."""
    word = cause.split("_", maxsplit=1)[0]
    return _OTHERS.get(word) or Check(word)


def _between(text: str, name: str, content: str) -> str:
    """Put `content` between the two comments that name the part."""
    marks = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    before, _, rest = text.partition(marks[0])
    _, _, after = rest.partition(marks[1])
    return f"{before}{marks[0]}{content}{marks[1]}{after}"


if __name__ == "__main__":
    main()
