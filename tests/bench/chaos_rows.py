"""How long a loan takes while printer and scanner break all the time, beside the same loans in peace."""

from __future__ import annotations

import random
import statistics
import tempfile
from pathlib import Path
from unittest.mock import patch

from drivers.scanner import intake
from tests.bench.row import Row
from tests.flows.breakages import PrinterChaos, break_scanner
from tests.flows.chaos import ChaosUnit

LOANS = 200
LIMIT = 1.2
SEED = 20261124


def rows() -> list[Row]:
    """Medians from the green button to the confirmation, through the real loop and drivers."""
    with patch.object(intake, "MOST_A_SECOND", 1000):
        peace, chaos = (statistics.median(took_s) for took_s in _loans_s())
    return [
        Row("chaos: loan in peace, median", peace * 1e3, "ms", None, True),
        Row("chaos: loan in chaos, median", chaos * 1e3, "ms", None, True),
        Row("chaos: in chaos ÷ in peace", chaos / peace, "×", LIMIT, chaos / peace <= LIMIT),
    ]


def _loans_s() -> tuple[list[float], list[float]]:
    """One loan in peace and one in chaos, in turn, so that both see the same disk and machine."""
    dice = random.Random(SEED)
    took_s: tuple[list[float], list[float]] = [], []
    with tempfile.TemporaryDirectory() as folder:
        unit = ChaosUnit(Path(folder), LOANS, dice)
        unit.start()
        chaos = PrinterChaos(unit.paper, random.Random(SEED))
        for place in range(LOANS):
            if place % 2:
                chaos.happens()
                break_scanner(unit.cable, dice)
            took_s[place % 2].append(unit.lend(place))
            unit.take_slip()
            chaos.is_over()
        unit.stop()
    return took_s
