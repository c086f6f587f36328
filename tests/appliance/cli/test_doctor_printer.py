"""`bce-kiosk doctor printer` against a printer at the far end of a serial line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zxingcpp

from appliance.cli.exits import Exit
from appliance.paper.trial_slip import CODE
from tests.appliance.cli.test_commands import call
from tests.drivers.printer.fake_printer import FakePrinter


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[FakePrinter]:
    fake = FakePrinter(tmp_path / "cable", width_dots=576)
    fake.plug()
    yield fake
    fake.stop()


def names_printer(folder: Path, path: str, profile: str = "80mm-cutter-status") -> None:
    (folder / "devices.toml").write_text(f'[printer]\nserial = "{path}"\nprofile = "{profile}"\n')


def told(folder: Path, printer: FakePrinter) -> dict[str, Any]:
    names_printer(folder, str(printer.path.readlink()))
    return dict(json.loads(call("doctor", "printer", "--library", folder, "--json").stdout))


def causes(found: list[dict[str, Any]]) -> list[str]:
    return [one["cause"] for one in found]


def test_the_test_slip_is_printed_and_its_code_can_be_scanned(tmp_path: Path, printer: FakePrinter) -> None:
    answer = told(tmp_path, printer)
    assert (causes(answer["findings"])[0], causes(answer["after"])) == (
        "printer_ready",
        ["printer_took_slip"],
    )
    (slip,) = printer.slips
    assert [read.text for read in zxingcpp.read_barcodes(slip.picture().convert("L"))] == [CODE]


def test_without_paper_nothing_is_printed_and_the_technician_is_told(
    tmp_path: Path, printer: FakePrinter
) -> None:
    printer.paper = False
    assert causes(told(tmp_path, printer)["after"]) == ["paper_out"]
    assert printer.slips == []


def test_an_open_cover_is_told(tmp_path: Path, printer: FakePrinter) -> None:
    printer.cover_open = True
    answer = told(tmp_path, printer)
    assert "printer_cover_open" in causes(answer["findings"])
    assert causes(answer["after"]) == ["printer_cover_open"]


def test_a_printer_that_is_not_there_is_told_and_named_as_missing(tmp_path: Path) -> None:
    names_printer(tmp_path, "/dev/ttyNowhere")
    answer = json.loads(call("doctor", "printer", "--library", tmp_path, "--json").stdout)
    assert causes(answer["findings"])[0] == "printer_offline"
    assert causes(answer["after"]) == ["printer_offline"]


def test_a_profile_that_is_none_of_ours_is_told_with_those_that_are(tmp_path: Path) -> None:
    names_printer(tmp_path, "/dev/ttyNowhere", "90mm")
    result = call("doctor", "--library", tmp_path, "--json")
    assert result.exit_code == Exit.FILE_REFUSED
    assert "80mm-cutter-status" in json.loads(result.stdout)["detail"]
