"""A snapshot of 100,000 titles while the library is lent from: how long a scan may wait for a step."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.checkout_rows import READER, bring_back, checkout_s
from tests.bench.large_library import Size, enlarge
from tests.bench.row import Row
from tests.flows.storyboard import open_storyboard

STEP_MS = 5.0
LIMIT_MS = 20.0
LENT_EVERY_STEPS = 5
LARGE = Size(titles=100_000, past_loans=20_000, waiting=0, journal_rows=200_000)


def rows() -> list[Row]:
    """A checkout after every few steps; the longest step is the longest that a scan waits."""
    with tempfile.TemporaryDirectory() as folder:
        story = open_storyboard(Path(folder) / "library")
        enlarge(story.store.connection, LARGE)
        card = story.card_of(READER)
        began = time.perf_counter()
        snapshot = story.store.begin_snapshot(Path(folder) / "copy.sqlite")
        steps_ms, lent_ms, is_whole = [], [], False
        while not is_whole:
            before = time.perf_counter()
            is_whole = snapshot.step(STEP_MS)
            steps_ms.append((time.perf_counter() - before) * 1e3)
            if len(steps_ms) % LENT_EVERY_STEPS == 0:
                lent_ms.append(checkout_s(story, card) * 1e3)
                bring_back(story)
        took_s = time.perf_counter() - began
        snapshot.close()
        megabytes = (Path(folder) / "copy.sqlite").stat().st_size / 1e6
        story.store.close()
    longest, floor = max(steps_ms), _longest_of_nothing_ms(len(steps_ms))
    return [
        Row("snapshot of 100,000 titles: size", megabytes, "MB", None, True),
        Row("snapshot of 100,000 titles: whole, with loans between", took_s, "s", None, True),
        Row("snapshot of 100,000 titles: longest step", longest, "ms", LIMIT_MS, longest <= LIMIT_MS),
        Row("snapshot of 100,000 titles: as long without a copy, longest", floor, "ms", None, True),
        Row("snapshot of 100,000 titles: a checkout meanwhile", statistics.median(lent_ms), "ms", None, True),
    ]


def _longest_of_nothing_ms(times: int) -> float:
    """Steps of the same length that do nothing: what the machine itself adds by doing something else."""
    took_ms = []
    for _ in range(times):
        before = time.perf_counter()
        while time.perf_counter() - before < STEP_MS / 1e3:
            pass
        took_ms.append((time.perf_counter() - before) * 1e3)
    return max(took_ms)
