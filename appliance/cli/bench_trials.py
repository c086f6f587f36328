"""Trials at a terminal: what a technician does with a device while the doctor looks on."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import typer

from appliance.cli.devices_file import SoundRow, UnitDevices
from appliance.cli.listening import Ear, ScanTold, hear_all
from appliance.cli.measuring import open_scanner
from appliance.model.speech import Cue
from drivers.scanner.device import Gone
from drivers.sound.earcons import earcon
from drivers.sound.output import NoSound, Output


def listen(devices: UnitDevices, seconds: float, count: int, *, quiet: bool) -> list[dict[str, Any]]:
    """Scan something now: each scan is told as it comes, unless `quiet`. What was scanned is not kept."""
    ears = _ears(devices)
    if not ears:
        return []
    if not quiet:
        typer.echo(f"Scan something within {seconds:g} s. What is scanned is not shown and not kept.")
    told = []
    try:
        # A scanner whose cable is pulled ends the trial: the doctor, asked again, says so.
        with suppress(Gone, KeyboardInterrupt):
            for scan in hear_all(ears, seconds, count):
                told.append(_plain(scan))
                if not quiet:
                    typer.echo(said(scan))
    finally:
        for ear in ears:
            ear.close()
    if not told and not quiet:
        typer.echo("Nothing was read.")
    return told


def play_cues(row: SoundRow, *, quiet: bool) -> list[str]:
    """Play each sound of the kiosk, by its name; those that were played."""
    output, played = Output(row.device, row.volume), []
    with suppress(NoSound, KeyboardInterrupt):
        output.open()
        for cue in Cue:
            if not quiet:
                typer.echo(cue)
            output.play(earcon(cue), lambda: True)
            played.append(cue.value)
    return played


def _ears(devices: UnitDevices) -> list[Ear]:
    """Of each scanner that can be opened; the others are in the findings."""
    ears = []
    for row in devices.scanner:
        with suppress(Gone):
            ears.append(Ear(row.side, open_scanner(row)))
    return ears


def _plain(scan: ScanTold) -> dict[str, Any]:
    return {
        "side": scan.side,
        "symbology": scan.symbology,
        "letters": scan.letters,
        "framing": scan.framing,
        "took_ms": scan.took_ms,
        "problem": scan.problem,
    }


def said(scan: ScanTold) -> str:
    """One scan in one line."""
    kind = f"problem: {scan.problem}" if scan.problem else scan.symbology or "kind not told"
    return f"{scan.side}: {kind}, {scan.letters} letters, ended by {scan.framing}, {scan.took_ms:g} ms"
