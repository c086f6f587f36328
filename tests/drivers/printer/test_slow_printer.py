"""A printer that takes one byte a second, without waiting: every write moves the clock one second."""

from __future__ import annotations

import pytest

from appliance.model import Language, PrinterState
from appliance.paper.slip import Slip, Text
from drivers.printer import real, status
from drivers.printer.line import Line
from drivers.printer.mechanism import PrinterTrouble, PrintJob
from drivers.printer.profile import PROFILES, PrinterProfile
from drivers.printer.protocol import slip_bytes
from drivers.printer.raster import draw_slip
from drivers.printer.real import STALL_S, RealPrinter

_ALL_WELL = 0b0001_0010
_TURN = b"\x1dr\x01"


class SlowLine:
    """Takes one byte a second, and after `stuck_after` bytes none; answers once a whole question is taken."""

    def __init__(self, stuck_after: int | None = None) -> None:
        self.now_s = 0.0
        self.taken = bytearray()
        self._stuck_after = stuck_after
        self._answers = bytearray()

    def write(self, sent: bytes, timeout_s: float) -> int:
        self.now_s += 1.0
        if timeout_s < 1.0 or (self._stuck_after is not None and len(self.taken) >= self._stuck_after):
            return 0
        self.taken += sent[:1]
        if any(self.taken.endswith(status.question(about)) for about in (1, 2, 3, 4)):
            self._answers.append(_ALL_WELL)
        elif self.taken.endswith(_TURN):
            self._answers.append(0)
        return 1

    def read(self, timeout_s: float) -> bytes:
        answered, self._answers = bytes(self._answers), bytearray()
        self.now_s += 0.0 if answered else timeout_s
        return answered

    def is_sent(self) -> bool:
        return True

    def port_status(self) -> int | None:
        return None

    def close(self) -> None:
        """Nothing is open."""


def a_job(profile: PrinterProfile) -> PrintJob:
    picture = draw_slip(Slip(1, Language.KM, (Text("សៀវភៅ"),)), profile)
    return PrintJob(1, picture, slip_bytes(picture, profile))


def a_printer(line: SlowLine, profile: PrinterProfile, monkeypatch: pytest.MonkeyPatch) -> RealPrinter:
    monkeypatch.setattr(real, "monotonic", lambda: line.now_s)
    opened: Line = line
    return RealPrinter(lambda: opened, profile)


@pytest.mark.parametrize("name", ["58mm", "80mm-cutter-status"])
def test_a_printer_that_takes_one_byte_a_second_is_no_fault(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, profile = SlowLine(), PROFILES[name]
    job = a_job(profile)
    a_printer(line, profile, monkeypatch).write(job)
    assert job.payload in bytes(line.taken)
    assert line.now_s >= len(job.payload)  # an hour and more, of which none was waited


def test_a_printer_that_stops_taking_bytes_is_a_fault_after_the_patience_of_a_stall(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = SlowLine(stuck_after=5_000)
    with pytest.raises(PrinterTrouble) as caught:
        a_printer(line, PROFILES["58mm"], monkeypatch).write(a_job(PROFILES["58mm"]))
    assert (caught.value.state, caught.value.begun) == (PrinterState.FAULT, True)
    assert STALL_S < line.now_s - 5_000 <= STALL_S + 2
