"""What a technician is told of printers: from a folder like a computer's, and from a fake printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from appliance.model import PrinterState
from appliance.model.health import PrinterHealth, Reach
from drivers.printer import finding
from drivers.printer.finding import Candidate, candidates, printer_health
from drivers.printer.line import Unplugged
from drivers.printer.node_line import open_file, open_serial
from drivers.printer.profile import PROFILES
from drivers.printer.usb_opening import open_usb
from tests.drivers.printer.fake_printer import FakePrinter

TELLS, SILENT = PROFILES["80mm-cutter-status"], PROFILES["58mm"]


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[FakePrinter]:
    fake = FakePrinter(tmp_path / "lp0", TELLS.width_dots)
    fake.plug()
    yield fake
    fake.stop()


def test_usb_printers_and_nodes_are_named_as_the_devices_file_wants_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_serial_lines", lambda: iter(()))
    devices = tmp_path / "sys/bus/usb/devices"
    for name, told in {
        "1-1": {"idVendor": "04b8\n", "idProduct": "0e15\n", "product": "TM-T20II\n"},
        "1-1:1.0": {"bInterfaceClass": "07\n"},
        "1-2": {"idVendor": "0c2e\n", "idProduct": "0b61\n"},
        "1-2:1.0": {"bInterfaceClass": "03\n"},
    }.items():
        (devices / name).mkdir(parents=True)
        for file, text in told.items():
            (devices / name / file).write_text(text)
    (tmp_path / "dev/usb").mkdir(parents=True)
    (tmp_path / "dev/usb/lp0").touch()
    assert candidates(tmp_path) == (
        Candidate("usb", "04b8:0e15", "TM-T20II"),
        Candidate("file", "/dev/usb/lp0"),
    )


def test_a_computer_without_printers_names_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_serial_lines", lambda: iter(()))
    assert candidates(tmp_path) == ()


def test_a_printer_that_answers_tells_its_state_and_paper(fake: FakePrinter) -> None:
    def look() -> PrinterHealth:
        return printer_health(lambda: open_file(str(fake.path)), TELLS)

    assert look() == PrinterHealth(Reach.OPEN, PrinterState.READY, tells_paper=True)
    fake.cover_open = True
    assert look() == PrinterHealth(Reach.OPEN, PrinterState.COVER_OPEN, tells_paper=True)


def test_of_a_printer_that_answers_nothing_only_its_being_there_is_known(fake: FakePrinter) -> None:
    assert printer_health(lambda: open_file(str(fake.path)), SILENT) == PrinterHealth(Reach.OPEN)


def test_a_printer_that_is_not_plugged_in_is_missing(tmp_path: Path) -> None:
    path = str(tmp_path / "lp0")
    assert printer_health(lambda: open_file(path), TELLS) == PrinterHealth(Reach.MISSING)
    assert printer_health(lambda: open_serial(path, 9600), TELLS) == PrinterHealth(Reach.MISSING)


def test_a_line_that_another_program_holds_is_told_so(fake: FakePrinter) -> None:
    held = open_serial(str(fake.path), 9600)
    with pytest.raises(Unplugged) as refused:
        open_serial(str(fake.path), 9600)
    held.close()
    assert refused.value.reach is Reach.HELD


def test_a_usb_printer_that_is_not_there_is_unplugged_and_nothing_worse() -> None:
    with pytest.raises(Unplugged) as refused:
        open_usb("ffff:fffe")
    assert refused.value.reach in (Reach.MISSING, Reach.NO_SUPPORT)
