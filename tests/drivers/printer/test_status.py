"""What a printer's answers mean, byte by byte."""

from __future__ import annotations

import pytest

from appliance.model import PrinterState
from drivers.printer import status


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((0x12, 0x12, 0x12, 0x12), PrinterState.READY),
        ((0x12, 0x12, 0x12, 0x1E), PrinterState.PAPER_LOW),
        ((0x1A, 0x32, 0x12, 0x7E), PrinterState.NO_PAPER),
        ((0x1A, 0x16, 0x12, 0x12), PrinterState.COVER_OPEN),
        ((0x1A, 0x36, 0x12, 0x7E), PrinterState.COVER_OPEN),
        ((0x1A, 0x52, 0x1A, 0x12), PrinterState.FAULT),
        ((0x1A, 0x52, 0x52, 0x12), PrinterState.FAULT),
        ((0x1A, 0x12, 0x12, 0x12), PrinterState.FAULT),
    ],
)
def test_what_an_epson_answers(answers: tuple[int, int, int, int], state: PrinterState) -> None:
    assert all(map(status.is_answer, answers))
    assert status.state_of(*answers) is state


def test_noise_is_no_answer() -> None:
    assert not any(map(status.is_answer, b"\x00\xff\x10\x02B\x92\x13"))
    assert not any(map(status.says_out, b"\x12\x1e\x16\xff"))
    assert all(map(status.says_out, b"\x00\x03\x0c\x6f"))
