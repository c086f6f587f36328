"""A scan, and a touch, until the answer is on the screen, in a real window drawn without a display."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys

from tests.bench.row import Row

SCANS, TOUCHES = 200, 64
LIMIT_MS = 33.0
RULE_MS = 5.0


def rows() -> list[Row]:
    """Median and 95th percentile at both sizes; the small one is the size of the kiosk's own screen."""
    sizes = ((800, 480), (1280, 800))
    return [row for size in sizes for row in (*_scans_at(*size), *_touches_at(*size))]


def _scans_at(width: int, height: int) -> list[Row]:
    times_ms = _measure("scan", width, height, SCANS)
    p95 = _p95(times_ms)
    name = f"scan → drawn {width}×{height}"
    return [
        Row(f"{name}, median", statistics.median(times_ms), "ms", None, True),
        Row(f"{name}, p95", p95, "ms", LIMIT_MS, p95 <= LIMIT_MS),
    ]


def _touches_at(width: int, height: int) -> list[Row]:
    """Also by how much it is more where each touch must have been seen (decision 14) than where none must."""
    times_ms = _measure("touch", width, height, TOUCHES)
    free_ms = _measure("touch", width, height, TOUCHES, "free")
    more_ms = statistics.median(times_ms) - statistics.median(free_ms)
    name = f"touch → drawn {width}×{height}"
    return [
        Row(f"{name}, median", statistics.median(times_ms), "ms", None, True),
        Row(f"{name}, p95", _p95(times_ms), "ms", None, True),
        Row(f"{name}, p95 if nothing had to be seen", _p95(free_ms), "ms", None, True),
        Row(f"{name}, median, more by the rule", more_ms, "ms", RULE_MS, more_ms <= RULE_MS),
    ]


def _p95(times_ms: list[float]) -> float:
    return statistics.quantiles(times_ms, n=20)[-1]


def _measure(what: str, width: int, height: int, times: int, *more: str) -> list[float]:
    program = f"tests.bench.{what}_to_screen"
    command = [sys.executable, "-m", program, str(width), str(height), str(times), *more]
    offscreen = os.environ | {"SDL_VIDEODRIVER": "offscreen", "LIBGL_ALWAYS_SOFTWARE": "1"}
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=offscreen)
    times_ms: list[float] = json.loads(answer.stdout.splitlines()[-1])
    return times_ms
