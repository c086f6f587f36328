"""The print worker over the simulated printer: what it posts, and that nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest
from PIL import Image

from appliance.kiosk.slips.at_printer import SILENT_AFTER_S
from appliance.messages import DriverFailed, Message, PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import Language, PrinterState
from appliance.paper.slip import Slip, Text
from drivers import supervision
from drivers.printer import worker
from drivers.printer.letters import ShaperMissing
from drivers.printer.mechanism import PrintJob
from drivers.printer.profile import PAPER_58_MM
from drivers.printer.worker import STOP_S, PrintWorker
from drivers.simulated.printer import SimulatedMechanism
from drivers.supervision import Supervised
from tests.drivers.printer.raster_extractor import extract

HANG_S = 60
"""Only so that a broken worker fails the test instead of stopping it for ever."""


class Desk:
    """A print worker on a simulated printer, and the messages it posts."""

    def __init__(self, folder: Path) -> None:
        self.printer = SimulatedMechanism(folder)
        self.worker = PrintWorker(self.printer, PAPER_58_MM, watch_every_s=0.01)
        self._posted: SimpleQueue[Message] = SimpleQueue()
        self.worker.start(self._posted.put)

    def next_message(self) -> Message:
        return self._posted.get(timeout=HANG_S)

    def heard_nothing_more(self) -> bool:
        return self._posted.empty()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "slips")
    yield desk
    desk.worker.stop()


def a_slip(number: int) -> Slip:
    return Slip(number, Language.KM, (Text("សៀវភៅ"),))


def test_slips_come_out_one_after_the_other_and_each_is_told(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.worker.submit(a_slip(number))
    assert [desk.next_message() for _ in range(3)] == [SlipPrinted(1), SlipPrinted(2), SlipPrinted(3)]
    assert [path.name for path in desk.printer.pictures] == [
        "slip-0000001.png",
        "slip-0000002.png",
        "slip-0000003.png",
    ]


def test_the_kept_bytes_and_the_kept_picture_are_the_same_slip(desk: Desk) -> None:
    desk.worker.submit(a_slip(7))
    assert desk.next_message() == SlipPrinted(7)
    (picture,) = desk.printer.pictures
    printed = extract(picture.with_suffix(".escpos").read_bytes()).picture()
    with Image.open(picture) as kept:
        assert kept.tobytes() == printed.tobytes()


def test_a_slip_without_paper_fails_and_is_not_printed_later(desk: Desk) -> None:
    desk.printer.paper_out()
    desk.worker.submit(a_slip(1))
    assert desk.next_message() == PrinterChanged(PrinterState.NO_PAPER)
    assert desk.next_message() == SlipFailed(1, PrinterState.NO_PAPER)
    desk.printer.repair()
    assert desk.next_message() == PrinterChanged(PrinterState.READY)
    desk.worker.submit(a_slip(2))
    assert desk.next_message() == SlipPrinted(2)
    assert [path.name for path in desk.printer.pictures] == ["slip-0000002.png"]


def test_a_fault_is_told_before_anybody_prints(desk: Desk) -> None:
    desk.printer.fault()
    assert desk.next_message() == PrinterChanged(PrinterState.FAULT)
    desk.worker.submit(a_slip(1))
    assert desk.next_message() == SlipFailed(1, PrinterState.FAULT)


def test_one_change_is_told_once(desk: Desk) -> None:
    desk.printer.paper_out()
    assert desk.next_message() == PrinterChanged(PrinterState.NO_PAPER)
    for number in (1, 2):
        desk.worker.submit(a_slip(number))
    outcomes = [desk.next_message() for _ in range(2)]
    assert outcomes == [SlipFailed(number, PrinterState.NO_PAPER) for number in (1, 2)]
    assert desk.heard_nothing_more()


def test_a_folder_that_cannot_be_written_is_a_fault_of_the_printer(desk: Desk) -> None:
    desk.printer.folder = desk.printer.folder / "never made"
    desk.worker.submit(a_slip(1))
    assert desk.next_message() == PrinterChanged(PrinterState.FAULT)
    assert desk.next_message() == SlipFailed(1, PrinterState.FAULT)


def test_a_unit_that_cannot_draw_khmer_still_lends(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object) -> None:
        raise ShaperMissing

    monkeypatch.setattr("drivers.printer.worker.draw_slip", cannot)
    desk.worker.submit(a_slip(1))
    assert desk.next_message() == PrinterChanged(PrinterState.FAULT)
    assert desk.next_message() == SlipFailed(1, PrinterState.FAULT)


class SlowMechanism:
    """Holds its first slip until it is let go."""

    def __init__(self) -> None:
        self.began, self.let_go = Event(), Event()

    def state(self) -> PrinterState:
        return PrinterState.READY

    def write(self, job: PrintJob) -> None:
        self.began.set()
        self.let_go.wait(HANG_S)


def test_nobody_waits_for_a_slow_printer() -> None:
    mechanism = SlowMechanism()
    printer = PrintWorker(mechanism, PAPER_58_MM)
    posted: SimpleQueue[Message] = SimpleQueue()
    printer.start(posted.put)
    printer.submit(a_slip(1))
    assert mechanism.began.wait(HANG_S)
    printer.submit(a_slip(2))
    assert posted.empty()
    mechanism.let_go.set()
    printer.stop()
    assert [posted.get_nowait(), posted.get_nowait()] == [SlipPrinted(1), SlipPrinted(2)]


def test_a_slip_that_stood_behind_a_hanging_printer_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core has given it up, and somebody else stands there by now."""
    assert worker.FRESH_S < SILENT_AFTER_S
    monkeypatch.setattr(worker, "FRESH_S", 0)
    mechanism = SlowMechanism()
    printer = PrintWorker(mechanism, PAPER_58_MM)
    posted: SimpleQueue[Message] = SimpleQueue()
    printer.submit(a_slip(1))
    printer.start(posted.put)
    assert posted.get(timeout=HANG_S) == SlipFailed(1, PrinterState.READY)
    assert not mechanism.began.is_set()
    printer.stop()


def test_slips_submitted_before_the_end_are_still_printed(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "slips")
    desk.worker.submit(a_slip(1))
    desk.worker.stop()
    assert desk.next_message() == SlipPrinted(1)


class Breaking(SimulatedMechanism):
    """A driver with an error nobody foresaw."""

    def write(self, job: PrintJob) -> None:
        raise ZeroDivisionError


def test_a_slip_on_which_the_driver_breaks_is_reported_as_perhaps_begun(tmp_path: Path) -> None:
    posted: SimpleQueue[Message] = SimpleQueue()
    printer = PrintWorker(Breaking(tmp_path / "slips"), PAPER_58_MM)
    printer.start(posted.put)
    printer.submit(a_slip(5))
    assert posted.get(timeout=HANG_S) == SlipFailed(5, PrinterState.FAULT, begun=True)
    printer.stop()


class Hanging(SimulatedMechanism):
    """A printer that does not come back from a question until it is let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.asked, self.let_go = Event(), Event()

    def state(self) -> PrinterState:
        self.asked.set()
        self.let_go.wait(HANG_S)
        return PrinterState.OFFLINE


def test_a_hanging_printer_with_nothing_to_print_gets_no_more_patience_than_any_driver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited_s: list[float] = []
    monkeypatch.setattr(Supervised, "stop", lambda _self, within_s: waited_s.append(within_s))
    mechanism = Hanging(tmp_path / "slips")
    printer = PrintWorker(mechanism, PAPER_58_MM)
    printer.start(lambda _message: None)
    assert mechanism.asked.wait(HANG_S)
    printer.stop()
    printer.submit(a_slip(1))
    printer.stop()
    mechanism.let_go.set()
    monkeypatch.undo()
    printer.stop()
    assert waited_s == [supervision.STOP_S, STOP_S]


class DiesOnce(SlowMechanism):
    """Its first look at the printer ends in an error that nobody foresaw."""

    def __init__(self) -> None:
        super().__init__()
        self.died = False
        self.let_go.set()

    def state(self) -> PrinterState:
        if not self.died:
            self.died = True
            raise ZeroDivisionError
        return PrinterState.READY


def test_a_worker_that_died_says_how_the_printer_is_when_it_is_back() -> None:
    printer = PrintWorker(DiesOnce(), PAPER_58_MM, watch_every_s=0.01)
    posted: SimpleQueue[Message] = SimpleQueue()
    printer.start(posted.put)
    assert isinstance(posted.get(timeout=HANG_S), DriverFailed)
    assert posted.get(timeout=HANG_S) == PrinterChanged(PrinterState.READY)
    printer.stop()
