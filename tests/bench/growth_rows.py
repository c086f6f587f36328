"""What grows with the library's past, and what must not: a checkout, a tick, an opening.

The large library stands beside an empty one, and the two are measured in turn, so that a busy machine slows
both alike. Opening is measured alone here, and as part of a whole start in `start_rows`.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from appliance.messages import Ticked
from appliance.store.journal import verify
from appliance.store.sqlite_store import open_store
from tests.bench.checkout_rows import READER, bring_back, checkout_s
from tests.bench.large_library import Size, enlarge
from tests.bench.row import Row
from tests.flows.storyboard import Storyboard, open_storyboard

CHECKOUTS = 200
TICKS = 2000
OPENINGS = 30
LIMIT_CHECKOUT = 1.2
LIMIT_TICK = 2.0
LIMIT_OPENING_MS = 50.0
"""More than a new library takes: a tenth of the half second of a start that is not Kivy's."""
TakesS = Callable[[], float]
"""Does it once; seconds."""
ONLY_WAITING = Size(titles=500, past_loans=0, waiting=500, journal_rows=0)
OF_OPENING = Size(titles=100_000, past_loans=20_000, waiting=0, journal_rows=200_000)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Medians in milliseconds."""

    small: float
    large: float

    @property
    def ratio(self) -> float:
        return self.large / self.small


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        checkout = _beside(Path(folder) / "checkout", Size(), _checkouts, CHECKOUTS)
        tick = _beside(Path(folder) / "tick", ONLY_WAITING, _ticks, TICKS)
        opening = _openings(Path(folder) / "opening")
    grown, slower, longer = checkout.ratio, tick.ratio, opening.large - opening.small
    return [
        Row("growth: checkout, new library", checkout.small, "ms", None, True),
        Row("growth: checkout, after years", checkout.large, "ms", None, True),
        Row("growth: checkout, after years ÷ new", grown, "×", LIMIT_CHECKOUT, grown <= LIMIT_CHECKOUT),
        Row("growth: tick, nothing waiting", tick.small * 1e3, "µs", None, True),
        Row("growth: tick, 500 waiting ÷ none", slower, "×", LIMIT_TICK, slower <= LIMIT_TICK),
        Row("growth: opening alone, new library", opening.small, "ms", None, True),
        Row("growth: opening alone, 100,000 titles, 200,000 journal rows", opening.large, "ms", None, True),
        Row("growth: opening takes longer by", longer, "ms", LIMIT_OPENING_MS, longer <= LIMIT_OPENING_MS),
    ]


def _beside(folder: Path, size: Size, measured: Callable[[Storyboard], TakesS], times: int) -> _Pair:
    small, large = open_storyboard(folder / "small"), open_storyboard(folder / "large")
    enlarge(large.store.connection, size)
    small_s, large_s = measured(small), measured(large)
    pairs = [(small_s(), large_s()) for _ in range(times)]
    verify(large.store.connection, last=1000)
    small.store.close()
    large.store.close()
    return _medians(pairs)


def _checkouts(story: Storyboard) -> TakesS:
    card = story.card_of(READER)

    def takes_s() -> float:
        took = checkout_s(story, card)
        bring_back(story)
        return took

    return takes_s


def _ticks(story: Storyboard) -> TakesS:
    tick = Ticked(story.now, story.uptime_s)

    def takes_s() -> float:
        start = time.perf_counter()
        story.kiosk.handle(tick)
        return time.perf_counter() - start

    return takes_s


def _openings(folder: Path) -> _Pair:
    small, large = open_storyboard(folder / "small"), open_storyboard(folder / "large")
    enlarge(large.store.connection, OF_OPENING)
    for story in (small, large):
        story.store.close()
    return _medians([(_opening_s(small.folder), _opening_s(large.folder)) for _ in range(OPENINGS)])


def _opening_s(folder: Path) -> float:
    start = time.perf_counter()
    store = open_store(folder)
    store.site.settings()
    took = time.perf_counter() - start
    store.close()
    return took


def _medians(pairs: list[tuple[float, float]]) -> _Pair:
    return _Pair(*(statistics.median(side) * 1e3 for side in zip(*pairs, strict=True)))
