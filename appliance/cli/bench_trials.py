"""Trials at a terminal: what a technician does with a device while the doctor looks on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import typer

from appliance.cli.findings_shown import as_plain
from appliance.cli.listening import Ear, ScanTold, hear_all
from appliance.doctor import paper
from appliance.doctor import printer as printer_check
from appliance.model import Language
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import PrinterHealth, Reach
from appliance.model.speech import Cue
from appliance.paper.trial_slip import trial_slip
from appliance.unit.devices_file import UnitDevices
from appliance.unit.loudspeakers import SOUND, SoundRow
from appliance.unit.printers import PRINTER, PrinterRow, open_printer
from appliance.unit.scanners import SCANNER, open_scanner
from drivers.printer.mechanism import PrinterTrouble, PrintJob
from drivers.printer.profile import PROFILES
from drivers.printer.protocol import slip_bytes
from drivers.printer.raster import draw_slip
from drivers.printer.real import RealPrinter
from drivers.scanner.device import Gone
from drivers.sound.earcons import earcon
from drivers.sound.output import NoSound, Output


@dataclass(frozen=True, slots=True)
class Asked:
    """How a trial is wanted: how long and how many scans are listened to, the language of a test slip, and
    whether the terminal stays quiet meanwhile."""

    seconds: float
    scans: int
    language: Language
    quiet: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trial brought: plain values by their JSON name, and what the doctor finds after it."""

    told: Mapping[str, Any]
    findings: tuple[Finding, ...] = ()


def _try_scanners(devices: UnitDevices, asked: Asked) -> Tried:
    return Tried({"scans": listen(devices, asked.seconds, asked.scans, quiet=asked.quiet)})


def _try_printer(devices: UnitDevices, asked: Asked) -> Tried:
    rows = devices.of(PRINTER)
    if not rows:
        return Tried({})
    after = print_test_slip(rows[0], asked.language)
    return Tried({"after": as_plain([after], asked.language)}, (after,))


def _try_sound(devices: UnitDevices, asked: Asked) -> Tried:
    return Tried({"played": play_cues(devices.of(SOUND)[0], quiet=asked.quiet)})


TRIALS: Mapping[Check, Callable[[UnitDevices, Asked], Tried]] = {
    Check.SCANNER: _try_scanners,
    Check.PRINTER: _try_printer,
    Check.SOUND: _try_sound,
}
"""What `bce-kiosk doctor` tries with a person when it is asked about one thing."""


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


def print_test_slip(row: PrinterRow, language: Language) -> Finding:
    """Print the test slip, and say how the printer is after it. Whether it looks right, an eye must judge."""
    profile = PROFILES[row.profile]
    slip = trial_slip(language)
    picture = draw_slip(slip, profile)
    printer = RealPrinter(lambda: open_printer(row), profile)
    try:
        printer.write(PrintJob(slip.request_id, picture, slip_bytes(picture, profile)))
    except PrinterTrouble as trouble:
        health = PrinterHealth(Reach.OPEN, trouble.state, tells_paper=profile.answers)
        found = paper.check(health)
        return found if found.verdict is Verdict.BAD else printer_check.check(health)
    finally:
        printer.close()
    return Finding(Check.PRINTER, Verdict.GOOD, Cause.PRINTER_TOOK_SLIP)


def _ears(devices: UnitDevices) -> list[Ear]:
    """Of each scanner that can be opened; the others are in the findings."""
    ears = []
    for row in devices.of(SCANNER):
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
