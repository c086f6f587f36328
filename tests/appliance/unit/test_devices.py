"""A whole unit without a window, on the devices that its file names, which are on real terminals."""

from __future__ import annotations

import os
import tty
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from appliance.cli.demo_library import DemoTable, OnTable, lay_table, make_demo_library
from appliance.messages import Approve, AskForLoan, EnterDigit, Touched
from appliance.model import PrinterState, ScannerState
from appliance.model.findings import Cause
from appliance.model.health import Reach
from appliance.status import Approved, AwaitingApproval, Basket, GuardDesk, GuardSignIn, SlipProgress, Status
from appliance.unit.assembly import Unit, assemble
from appliance.unit.devices import devices_of, read_devices, real_devices
from appliance.unit.devices_file import NAME, UnitDevices
from appliance.unit.printers import PRINTER
from appliance.unit.scanners import SCANNER
from drivers.printer.profile import PROFILES
from tests.drivers.printer.fake_printer import FakePrinter

HANG_S = 60
PROFILE = PROFILES["80mm-cutter-status"]


@pytest.fixture
def scanner() -> Iterator[tuple[int, str]]:
    """Where a scanner would send from, and the path it is plugged in at."""
    far, near = os.openpty()
    tty.setraw(near)
    yield far, os.ttyname(near)
    os.close(far)
    os.close(near)


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[FakePrinter]:
    fake = FakePrinter(tmp_path / "lp0", PROFILE.width_dots)
    fake.plug()
    yield fake
    fake.stop()


def devices_file(library: Path, scanner_at: str, printer_at: str) -> None:
    rows = f'[[scanner]]\nserial = "{scanner_at}"\n'
    rows += f'[printer]\nfile = "{printer_at}"\nprofile = "80mm-cutter-status"\n'
    (library / NAME).write_text(rows, encoding="utf-8")


def until(seen: SimpleQueue[Status], holds: Callable[[Status], bool]) -> Status:
    while True:
        status = seen.get(timeout=HANG_S)
        if holds(status):
            return status


def lends_one_book(unit: Unit, seen: SimpleQueue[Status], far: int, table: DemoTable) -> None:
    book = next(copy.code for copy in table.copies if copy.lendable)
    status = None
    while status is None or not isinstance(status.scene, Basket):
        os.write(far, f"{table.cards[0].code}\r".encode())  # lost while the line is being opened
        with suppress(Empty):
            status = seen.get(timeout=0.5)
    os.write(far, f"]C0{book}\r\n".encode())
    status = until(seen, lambda status: isinstance(status.scene, Basket) and len(status.scene.lines) == 1)
    unit.loop.post(Touched(status.session, AskForLoan()))


def approves(unit: Unit, seen: SimpleQueue[Status], far: int, badge: OnTable) -> None:
    os.write(far, f"\x02{badge.code}\x03".encode())
    status = until(seen, lambda status: isinstance(status.scene, GuardSignIn))
    for digit in badge.pin:
        unit.loop.post(Touched(status.session, EnterDigit(int(digit))))
    status = until(seen, lambda status: isinstance(status.scene, GuardDesk))
    assert isinstance(status.scene, GuardDesk)
    unit.loop.post(Touched(status.session, Approve(status.scene.requests[0].id)))


def test_a_book_is_lent_over_a_real_scanner_and_a_slip_comes_out_of_a_real_printer(
    tmp_path: Path, scanner: tuple[int, str], printer: FakePrinter
) -> None:
    library = tmp_path / "library"
    make_demo_library(library, None)
    table = lay_table(library)
    devices_file(library, scanner[1], str(printer.path.readlink()))
    devices = real_devices(read_devices(library / NAME), library)
    unit, seen = assemble(library, devices), SimpleQueue[Status]()
    unit.loop.subscribe(seen.put)
    unit.start()
    try:
        lends_one_book(unit, seen, scanner[0], table)
        until(seen, lambda status: isinstance(status.scene, AwaitingApproval))
        approves(unit, seen, scanner[0], table.badges[0])
        until(
            seen,
            lambda status: isinstance(status.scene, Approved) and status.scene.slip is SlipProgress.PRINTED,
        )
        assert len(printer.slips) == 1
        assert printer.garbage == 0
        (of_scanner,) = devices.of(SCANNER)
        assert of_scanner.health and of_scanner.health().reach is Reach.OPEN
        (of_printer,) = devices.of(PRINTER)
        assert of_printer.health and of_printer.health().state is PrinterState.READY
        found = {one.cause for one in devices.findings()}
        assert {Cause.SCANNER_READY, Cause.PRINTER_READY, Cause.PAPER_THERE} <= found
    finally:
        unit.stop()


def test_a_unit_that_names_no_device_has_lost_ones_and_runs(tmp_path: Path) -> None:
    library = tmp_path / "library"
    make_demo_library(library, None)
    unit, seen = assemble(library, real_devices(UnitDevices(), library)), SimpleQueue[Status]()
    unit.loop.subscribe(seen.put)
    unit.start()
    try:
        status = until(seen, lambda status: status.devices.printer is not PrinterState.READY)
        assert status.devices.printer is PrinterState.OFFLINE
        assert until(seen, lambda status: status.devices.scanner is ScannerState.LOST)
    finally:
        unit.stop()


def test_a_file_that_cannot_be_used_is_told_and_the_kiosk_runs_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / NAME).write_text("[[scaner]]")
    devices = devices_of(tmp_path)
    assert Cause.SCANNER_NOT_NAMED in {one.cause for one in devices.findings()}
    assert "unknown field `scaner`" in capsys.readouterr().err
