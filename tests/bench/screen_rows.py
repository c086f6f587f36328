"""A scan posted until its confirmation is on the screen, in a real window drawn without a display."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys

from tests.bench.row import Row

SCANS = 200
LIMIT_MS = 33.0


def rows() -> list[Row]:
    """Median and 95th percentile at both sizes; the small one is the size of the kiosk's own screen."""
    return [*_rows_at(800, 480), *_rows_at(1280, 800)]


def _rows_at(width: int, height: int) -> list[Row]:
    times_ms = _measure(width, height)
    p95 = statistics.quantiles(times_ms, n=20)[-1]
    name = f"scan → drawn {width}×{height}"
    return [
        Row(f"{name}, median", statistics.median(times_ms), "ms", None, True),
        Row(f"{name}, p95", p95, "ms", LIMIT_MS, p95 <= LIMIT_MS),
    ]


def _measure(width: int, height: int) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.scan_to_screen", str(width), str(height), str(SCANS)]
    offscreen = os.environ | {"SDL_VIDEODRIVER": "offscreen", "LIBGL_ALWAYS_SOFTWARE": "1"}
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=offscreen)
    times_ms: list[float] = json.loads(answer.stdout.splitlines()[-1])
    return times_ms
