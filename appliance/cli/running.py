"""`bce-kiosk run`: the kiosk itself.

It is parsed by the standard library alone, because it is what starts at every power cut: Typer, pydantic and
rich would cost it a third of its start (docs/decisions/0006).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from appliance.cli.beginning import NoLibrary, begin_asked
from appliance.cli.exits import Exit
from appliance.cli.folders import DEFAULT_LIBRARY, is_there
from appliance.unit.assembly import BadSize, assemble, pixels
from appliance.unit.device_set import DeviceSet, LateDevices
from ui.launch import NoWindow

if TYPE_CHECKING:
    from ui.app import KioskApp

_MEMORY_AFTER_S = 6.0
"""All that is built ahead is built by then."""
_USAGE = 2
_CODES = {BadSize: _USAGE, NoWindow: Exit.NO_DISPLAY, NoLibrary: Exit.LIBRARY_UNUSABLE}


def run(words: Sequence[str]) -> int:
    """Run the kiosk until its window is closed; returns the exit code."""
    wanted = _parser().parse_args(words)
    try:
        size = pixels(wanted.window) if wanted.window else None
        if not wanted.begin and not is_there(wanted.library):
            begin_asked(wanted.library)
        unit = assemble(wanted.library, LateDevices(lambda: _devices(wanted.library)))
        unit.show(size, when_shown=_when_shown(wanted))
    except (BadSize, NoWindow, NoLibrary) as trouble:
        code = _CODES[type(trouble)]
        if wanted.json:
            sys.stdout.write(json.dumps({"error": code, "detail": str(trouble)}) + "\n")
        else:
            sys.stderr.write(f"{trouble}\n")
        return code
    return Exit.WELL


def _devices(library: Path) -> DeviceSet:
    # Imported after the first frame: drivers and their libraries take 80 ms, a fifth of a start.
    from appliance.unit.devices import devices_of

    return devices_of(library)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bce-kiosk run", description="Run the kiosk on this unit's library.", allow_abbrev=False
    )
    parser.add_argument("--library", type=Path, default=DEFAULT_LIBRARY, help="the folder of the library")
    parser.add_argument(
        "--begin",
        action="store_true",
        help="begin an empty library where the folder holds none",
    )
    parser.add_argument("--window", default="", help="a window of this size instead of the whole screen")
    parser.add_argument("--json", action="store_true", help="say in JSON why the kiosk could not start")
    parser.add_argument("--exit-after-first-frame", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--report-memory", action="store_true", help=argparse.SUPPRESS)
    return parser


def _when_shown(wanted: argparse.Namespace) -> Callable[[KioskApp], None] | None:
    if wanted.exit_after_first_frame:
        return _stop
    return _report_memory if wanted.report_memory else None


def _stop(kiosk: KioskApp) -> None:
    kiosk.stop()


def _report_memory(kiosk: KioskApp) -> None:
    def report() -> None:
        status = Path("/proc/self/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        sys.stdout.write(f"{resident.split()[1]}\n")
        kiosk.stop()

    kiosk.call_later(report, _MEMORY_AFTER_S)
