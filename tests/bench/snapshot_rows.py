"""A snapshot of 100,000 titles, made and looked through while the library is lent from: who waits."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from subprocess import DEVNULL, Popen

from appliance.unit.snapshot_checker import COMMAND
from tests.bench.checkout_rows import READER, bring_back, checkout_s
from tests.bench.large_library import Size, enlarge
from tests.bench.row import Row
from tests.flows.storyboard import Storyboard, open_storyboard

STEP_MS = 5.0
LIMIT_MS = 20.0
LENT_EVERY_STEPS = 5
ROUNDS, LENT_A_ROUND = 5, 40
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
                lent_ms.append(_lent_s(story, card) * 1e3)
        took_s = time.perf_counter() - began
        snapshot.close()
        beside = _beside_the_check(story, card, snapshot.path)
        megabytes = (Path(folder) / "copy.sqlite").stat().st_size / 1e6
        story.store.close()
    longest, floor = max(steps_ms), _longest_of_nothing_ms(len(steps_ms))
    return [
        Row("snapshot of 100,000 titles: size", megabytes, "MB", None, True),
        Row("snapshot of 100,000 titles: whole, with loans between", took_s, "s", None, True),
        Row("snapshot of 100,000 titles: longest step", longest, "ms", LIMIT_MS, longest <= LIMIT_MS),
        Row("snapshot of 100,000 titles: as long without a copy, longest", floor, "ms", None, True),
        Row("snapshot of 100,000 titles: a checkout meanwhile", statistics.median(lent_ms), "ms", None, True),
        Row("snapshot looked through: a checkout beside it ÷ alone", beside, "×", None, True),
    ]


def _beside_the_check(story: Storyboard, card: str, copy: Path) -> float:
    """How many times as long a checkout takes while another program looks through the copy; in turns."""
    alone_s, beside_s = [], []
    for _ in range(ROUNDS):
        alone_s += [_lent_s(story, card) for _ in range(LENT_A_ROUND)]
        looking = Popen([*COMMAND, str(copy)], stdout=DEVNULL)
        beside_s += [_lent_s(story, card) for _ in range(LENT_A_ROUND)]
        looking.kill()
        looking.wait()
    return statistics.median(beside_s) / statistics.median(alone_s)


def _lent_s(story: Storyboard, card: str) -> float:
    took_s = checkout_s(story, card)
    bring_back(story)
    return took_s


def _longest_of_nothing_ms(times: int) -> float:
    """Steps of the same length that do nothing: what the machine itself adds by doing something else."""
    took_ms = []
    for _ in range(times):
        before = time.perf_counter()
        while time.perf_counter() - before < STEP_MS / 1e3:
            pass
        took_ms.append((time.perf_counter() - before) * 1e3)
    return max(took_ms)
