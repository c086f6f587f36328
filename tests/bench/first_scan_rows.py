"""The first scan of each kind after a start until its answer is drawn, on a quarter of a core."""

from __future__ import annotations

import os
import statistics
import sys

from tests.bench.first_scan_to_screen import KINDS
from tests.bench.row import Row
from tests.bench.slowed_down import run_on_a_quarter

RUNS = 5
LIMIT_S = 0.25


def rows() -> list[Row]:
    """The median of five starts for each kind of scan; each scan is the only one of its start."""
    found = []
    for kind in KINDS:
        took_s = statistics.median(_first_s(kind) for _ in range(RUNS))
        name = f"first scan after a start → drawn, quarter of a core: {kind}"
        found.append(Row(name, took_s, "s", LIMIT_S, took_s <= LIMIT_S))
    return found


def _first_s(kind: str) -> float:
    offscreen = os.environ | {"SDL_VIDEODRIVER": "offscreen", "LIBGL_ALWAYS_SOFTWARE": "1"}
    said = run_on_a_quarter([sys.executable, "-m", "tests.bench.first_scan_to_screen", kind], offscreen)
    return float(said.split()[-1]) / 1e3
