"""`bce-kiosk doctor`: look at the whole unit and say what is wrong, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from appliance.cli.devices_file import NAME, DevicesRefused, UnitDevices, read_devices
from appliance.cli.exits import Exit
from appliance.cli.findings_shown import as_plain, exit_of, show
from appliance.cli.folders import DEFAULT_LIBRARY
from appliance.cli.measuring import devices_health, library_health
from appliance.cli.output import JsonOption, LibraryOption, fail, show_json
from appliance.doctor.rounds import of_devices, of_library, of_machine
from appliance.doctor.status_text import status_text
from appliance.doctor.version import program_version
from appliance.model import Language
from appliance.model.findings import worst_first
from drivers.machine.health import measure

LanguageOption = Annotated[Language, typer.Option("--language", help="The language of the answer.")]


def doctor(
    library: LibraryOption = DEFAULT_LIBRARY,
    language: LanguageOption = Language.EN,
    as_json: JsonOption = False,
) -> None:
    """Look at the library, the devices and the computer; the worst first, each with what to do."""
    devices = _devices_of(library, as_json=as_json)
    now = datetime.now(UTC)
    found_library = library_health(library)
    findings = worst_first(
        (
            *of_devices(devices_health(devices)),
            *of_library(found_library, now),
            *of_machine(measure(library)),
        )
    )
    state = status_text(program_version(), now, found_library, findings)
    if as_json:
        show_json({"status": state, "findings": as_plain(findings, language)})
    else:
        show(findings, language)
        typer.echo(state)
    raise typer.Exit(exit_of(findings))


def _devices_of(library: Path, *, as_json: bool) -> UnitDevices:
    try:
        return read_devices(library / NAME)
    except DevicesRefused as refused:
        fail(Exit.FILE_REFUSED, f"{refused}.", as_json=as_json)
