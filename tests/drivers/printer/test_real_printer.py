"""A real printer on a pseudo-terminal, in every trouble that a library sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

import pytest

from appliance.messages import Message, PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import Language, PrinterState
from appliance.paper.slip import Size, Slip, Text
from drivers.printer.line import Unplugged
from drivers.printer.mechanism import PrinterTrouble, PrintJob
from drivers.printer.node_line import open_file, open_serial
from drivers.printer.profile import PROFILES, PrinterProfile
from drivers.printer.protocol import slip_bytes
from drivers.printer.raster import draw_slip
from drivers.printer.real import RealPrinter
from drivers.printer.worker import PrintWorker
from tests.drivers.printer.fake_printer import FakePrinter

TELLS, SILENT = PROFILES["80mm-cutter-status"], PROFILES["58mm"]
HANG_S = 60
CLEARING_BYTES = 4200
"""What a printer gets before the first slip, so that nothing is left open; a few questions with it."""


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[Callable[[PrinterProfile], FakePrinter]]:
    made: list[FakePrinter] = []

    def make(profile: PrinterProfile) -> FakePrinter:
        fake = FakePrinter(tmp_path / "lp0", profile.width_dots, profile.cutter, profile.answers)
        fake.plug()
        made.append(fake)
        return fake

    yield make
    for fake in made:
        fake.stop()


def printer(
    fake: FakePrinter, profile: PrinterProfile, stall_s: float = 5.0, out_s: float = 20.0
) -> RealPrinter:
    return RealPrinter(lambda: open_file(str(fake.path)), profile, stall_s=stall_s, out_s=out_s)


def job(profile: PrinterProfile, number: int = 1) -> PrintJob:
    lines = (Text("សៀវភៅ"), *[Text(f"{number}", Size.HUGE)] * 3)
    picture = draw_slip(Slip(number, Language.KM, lines), profile)
    return PrintJob(number, picture, slip_bytes(picture, profile))


def came_out(fake: FakePrinter, slips: int) -> list[bytes]:
    """So many slips, once they have; a printer that tells nothing may still be printing."""
    while len(fake.slips) < slips:
        Event().wait(0.01)
    return [slip.picture().tobytes() for slip in fake.slips]


profiles = pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))


@profiles
def test_a_slip_comes_out_dot_for_dot(plugged, profile: PrinterProfile) -> None:
    fake = plugged(profile)
    wanted = job(profile)
    printer(fake, profile).write(wanted)
    assert came_out(fake, 1) == [wanted.picture.tobytes()]
    assert fake.garbage == 0


def test_a_serial_line_prints_as_a_node_does(plugged) -> None:
    fake = plugged(TELLS)
    RealPrinter(lambda: open_serial(str(fake.path), 115_200), TELLS).write(job(TELLS))
    assert len(fake.slips) == 1


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        ({"paper": False}, PrinterState.NO_PAPER),
        ({"cover_open": True}, PrinterState.COVER_OPEN),
        ({"deaf": True}, PrinterState.OFFLINE),
    ],
)
def test_no_slip_is_begun_on_a_printer_that_cannot(
    plugged, trouble: dict[str, bool], state: PrinterState
) -> None:
    fake = plugged(TELLS)
    for name, value in trouble.items():
        setattr(fake, name, value)
    real = printer(fake, TELLS)
    assert real.state() is state
    with pytest.raises(PrinterTrouble) as raised:
        real.write(job(TELLS))
    assert (raised.value.state, raised.value.begun) == (state, False)
    fake.paper, fake.cover_open, fake.deaf = True, False, False
    real.write(job(TELLS))
    assert came_out(fake, 1) == [job(TELLS).picture.tobytes()]


def test_the_end_of_the_roll_is_told_before_it_comes(plugged) -> None:
    fake = plugged(TELLS)
    fake.paper_low = True
    real = printer(fake, TELLS)
    assert real.state() is PrinterState.PAPER_LOW
    real.write(job(TELLS))
    assert len(fake.slips) == 1


def test_a_printer_that_is_not_there_is_offline_and_found_when_it_comes(tmp_path: Path, plugged) -> None:
    real = RealPrinter(lambda: open_file(str(tmp_path / "lp0")), TELLS)
    assert real.state() is PrinterState.OFFLINE
    plugged(TELLS)
    assert real.state() is PrinterState.READY


@profiles
def test_a_cable_pulled_in_the_middle_is_a_slip_begun_and_the_next_is_clean(
    plugged, profile: PrinterProfile
) -> None:
    fake = plugged(profile)
    real = printer(fake, profile, out_s=1.0)
    real.write(job(profile, 1))
    came_out(fake, 1)
    fake.takes_bytes_most = 900
    with pytest.raises(PrinterTrouble) as raised:
        real.write(job(profile, 2))
    assert raised.value.begun
    fake.plug()
    assert real.state() is PrinterState.READY
    real.write(job(profile, 3))
    assert came_out(fake, 2) == [job(profile, number).picture.tobytes() for number in (1, 3)]
    assert fake.garbage == 0


class PulledLine:
    """A line that is pulled after `taken` bytes."""

    def __init__(self, taken: int) -> None:
        self._taken = taken

    def write(self, sent: bytes, timeout_s: float) -> int:
        if self._taken <= 0:
            raise Unplugged
        taken = min(self._taken, len(sent))
        self._taken -= taken
        return taken

    def read(self, timeout_s: float) -> bytes:
        return b""

    def is_sent(self) -> bool:
        return True

    def port_status(self) -> None: ...

    def close(self) -> None: ...


@pytest.mark.parametrize(("taken", "begun"), [(0, False), (100, False), (5000, True)])
def test_a_slip_is_begun_only_from_its_own_first_byte_on(taken: int, begun: bool) -> None:
    with pytest.raises(PrinterTrouble) as raised:
        RealPrinter(lambda: PulledLine(taken), SILENT).write(job(SILENT))
    assert (raised.value.state, raised.value.begun) == (PrinterState.OFFLINE, begun)


def test_a_printer_left_in_the_middle_of_a_picture_prints_the_first_slip_clean(plugged) -> None:
    fake = plugged(TELLS)
    cut_off = open_file(str(fake.path))
    cut_off.write(b"\x1b@\x1dv0\x00\x48\x00\x38\x00" + bytes(100), 1.0)
    cut_off.close()
    printer(fake, TELLS).write(job(TELLS))
    assert came_out(fake, 1) == [job(TELLS).picture.tobytes()]
    assert fake.garbage == 0


class TornLine:
    """A line to a printer whose paper ends while the first slip is sent."""

    def __init__(self, fake: FakePrinter) -> None:
        self._fake, self._line = fake, open_file(str(fake.path))
        self._torn = False

    def write(self, sent: bytes, timeout_s: float) -> int:
        long = sent.startswith(b"\x1b@") and not self._torn
        taken = self._line.write(sent[:700] if long else sent, timeout_s)
        if long:
            self._torn, self._fake.paper = True, False
        return taken

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)


def test_paper_that_ends_in_the_middle_is_a_slip_begun(plugged) -> None:
    fake = plugged(TELLS)
    real = RealPrinter(lambda: TornLine(fake), TELLS, stall_s=1.0)
    with pytest.raises(PrinterTrouble) as raised:
        real.write(job(TELLS, 2))
    assert (raised.value.state, raised.value.begun) == (PrinterState.NO_PAPER, True)
    assert fake.slips == []
    assert real.state() is PrinterState.NO_PAPER
    fake.paper = True
    real.write(job(TELLS, 3))
    assert came_out(fake, 1)[-1] == job(TELLS, 3).picture.tobytes()
    assert fake.garbage == 0


def test_a_printer_that_stops_taking_bytes_is_stuck(plugged) -> None:
    fake = plugged(SILENT)
    fake.deaf = True
    with pytest.raises(PrinterTrouble) as raised:
        printer(fake, SILENT, stall_s=0.1).write(PrintJob(1, job(SILENT).picture, bytes(200_000)))
    assert (raised.value.state, raised.value.begun) == (PrinterState.FAULT, True)


def test_a_slow_printer_is_not_a_stuck_one(plugged) -> None:
    fake = plugged(SILENT)
    fake.bytes_a_second = 2000.0
    small = draw_slip(Slip(1, Language.EN, (Text("B"),)), SILENT)
    printer(fake, SILENT, stall_s=0.5).write(PrintJob(1, small, slip_bytes(small, SILENT)))
    fake.bytes_a_second = None
    while not fake.slips:
        Event().wait(0.01)
    assert fake.garbage == 0


def test_the_worker_tells_what_was_begun_and_goes_on(plugged) -> None:
    fake = plugged(TELLS)
    posted: SimpleQueue[Message] = SimpleQueue()
    worker = PrintWorker(printer(fake, TELLS), TELLS, watch_every_s=0.02)
    worker.start(posted.put)
    fake.takes_bytes_most = CLEARING_BYTES + 300
    worker.submit(Slip(1, Language.KM, (Text("សៀវភៅ"),)))
    heard = [posted.get(timeout=HANG_S), posted.get(timeout=HANG_S)]
    assert heard == [PrinterChanged(PrinterState.OFFLINE), SlipFailed(1, PrinterState.OFFLINE, begun=True)]
    fake.plug()
    assert posted.get(timeout=HANG_S) == PrinterChanged(PrinterState.READY)
    worker.submit(Slip(2, Language.KM, (Text("សៀវភៅ"),)))
    assert posted.get(timeout=HANG_S) == SlipPrinted(2)
    worker.stop()
    assert len(fake.slips) == 1
