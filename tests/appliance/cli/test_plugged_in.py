"""What is plugged in is listed as lines that the devices file takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from appliance.cli.app import app
from appliance.unit.devices import read_devices
from appliance.unit.devices_file import NAME
from appliance.unit.printers import PRINTER, PrinterRow
from appliance.unit.scanners import SCANNER, ScannerRow
from drivers.printer import finding
from drivers.scanner import plugged
from drivers.scanner.plugged import Kind

SCANNERS = [
    plugged.Candidate(Kind.KEYBOARD, "/dev/input/event5", "Barcode Scanner", "0c2e:0b61"),
    plugged.Candidate(Kind.KEYBOARD, "/dev/input/event0", "", None),
    plugged.Candidate(Kind.SERIAL, "/dev/ttyACM0", "Honeywell 1950", "0c2e:0b6a"),
]
PRINTERS = (finding.Candidate("usb", "04b8:0e15", "TM-T20II"),)


def said(monkeypatch: pytest.MonkeyPatch, *words: str, nothing: bool = False) -> str:
    monkeypatch.setattr(plugged, "candidates", lambda: [] if nothing else SCANNERS)
    monkeypatch.setattr(finding, "candidates", lambda: () if nothing else PRINTERS)
    outcome = CliRunner().invoke(app, ["devices", *words])
    assert outcome.exit_code == 0
    return outcome.output


def test_what_is_listed_is_a_devices_file_once_the_signs_are_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = said(monkeypatch).splitlines()[1:]
    (tmp_path / NAME).write_text("\n".join(line.removeprefix("# ") for line in lines))
    named = read_devices(tmp_path / NAME)
    assert named.of(SCANNER) == (
        ScannerRow(keyboard="0c2e:0b61"),
        ScannerRow(keyboard="/dev/input/event0"),
        ScannerRow(serial="/dev/ttyACM0"),
    )
    assert named.of(PRINTER) == (PrinterRow("80mm-cutter", usb="04b8:0e15"),)


def test_nothing_is_chosen_for_the_technician(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(line.startswith("#") for line in said(monkeypatch).splitlines() if line)


def test_nothing_plugged_in_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, nothing=True).count("Nothing is plugged in") == 2


def test_programs_get_it_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    told = json.loads(said(monkeypatch, "--json"))
    assert told["scanners"][2] == {"serial": "/dev/ttyACM0", "named": "Honeywell 1950"}
    assert told["printers"] == [{"usb": "04b8:0e15", "named": "TM-T20II"}]
