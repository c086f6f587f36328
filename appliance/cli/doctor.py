"""`bce-kiosk doctor`: look at the whole unit, or at one thing of it, and say what is wrong and what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from appliance.cli.bench_trials import TRIALS, Asked
from appliance.cli.exits import Exit
from appliance.cli.findings_shown import as_plain, exit_of, show
from appliance.cli.folders import DEFAULT_LIBRARY
from appliance.cli.measuring import library_health
from appliance.cli.output import JsonOption, LibraryOption, fail, show_json
from appliance.doctor.rounds import check_library, check_machine
from appliance.doctor.status_text import status_text
from appliance.doctor.version import VERSION
from appliance.model import Language
from appliance.model.findings import Check, Finding, worst_first
from appliance.model.health import LibraryHealth
from appliance.unit.device_kind import Around
from appliance.unit.device_settings import DevicesRefused
from appliance.unit.devices import measured, read_devices
from appliance.unit.devices_file import NAME, UnitDevices
from drivers.machine.health import measure

_About = Annotated[
    Check | None, typer.Argument(help="Only this; scanners are listened to, sounds are played.")
]
_Language = Annotated[Language, typer.Option("--language", help="The language of the answer.")]
_Seconds = Annotated[float, typer.Option(min=0, help="How long scanners are listened to.")]
_Scans = Annotated[int, typer.Option(min=0, help="Stop after so many scans.")]


def doctor(
    about: _About = None,
    library: LibraryOption = DEFAULT_LIBRARY,
    language: _Language = Language.EN,
    seconds: _Seconds = 20,
    scans: _Scans = 0,
    as_json: JsonOption = False,
) -> None:
    """Look at the library, the devices and the computer; the worst first, each with what to do."""
    devices = _devices_of(library, as_json=as_json)
    now, held = datetime.now(UTC), library_health(library)
    findings = [one for one in _examine(library, held, devices, now) if about in (None, one.check)]
    if as_json:
        told: dict[str, object] = {"findings": as_plain(findings, language)}
    else:
        told = {}
        show(findings, language)
    if about is None:
        told["status"] = status_text(VERSION, now, held, findings)
    elif trial := TRIALS.get(about):
        tried = trial(devices, Asked(seconds, scans, language, quiet=as_json))
        findings += tried.findings
        told |= tried.told
        if tried.findings and not as_json:
            show(tried.findings, language)
    if as_json:
        show_json(told)
    elif "status" in told:
        typer.echo(told["status"])
    raise typer.Exit(exit_of(findings))


def _examine(folder: Path, held: LibraryHealth, devices: UnitDevices, now: datetime) -> tuple[Finding, ...]:
    last_row_at = held.chain.last_row_at if held.chain else None
    return worst_first(
        (
            *measured(devices, Around(folder, last_row_at)),
            *check_library(held, now),
            *check_machine(measure(folder)),
        )
    )


def _devices_of(library: Path, *, as_json: bool) -> UnitDevices:
    try:
        return read_devices(library / NAME)
    except DevicesRefused as refused:
        fail(Exit.FILE_REFUSED, f"{refused}.", as_json=as_json)
