"""A driver's thread that dies is started anew, alone, and the journal learns of it."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread
from threading import enumerate as enumerate_threads

import pytest

from appliance.messages import DriverFailed, Message
from drivers import supervision
from drivers.supervision import GOOD_RUN_S, Supervised

LONGEST_S = 30
"""Only so that what holds up the end fails a test and does not hang it."""


class Cable:
    """Work that dies as often as it is told, then works until it is stopped."""

    def __init__(self, deaths: int) -> None:
        self.deaths = deaths
        self.works = Event()
        self.ended = Event()

    def work(self, stopping: Event) -> None:
        if self.deaths:
            self.deaths -= 1
            raise ZeroDivisionError("R000123ABCDEF, which nobody may read")
        self.works.set()
        stopping.wait()
        self.ended.set()


def test_a_driver_that_dies_is_started_anew_and_ends_when_it_is_stopped() -> None:
    posted: SimpleQueue[Message] = SimpleQueue()
    cable = Cable(deaths=3)
    driver = Supervised("scanner", cable.work, first_wait_s=0.001)
    driver.start(posted.put)
    assert cable.works.wait(LONGEST_S)
    driver.stop()
    assert cable.ended.is_set()
    assert [posted.get() for _ in range(3)] == [posted_death()] * 3
    assert posted.empty()


def posted_death() -> DriverFailed:
    """The class and the place, and nothing of what the error said."""
    line = Cable.work.__code__.co_firstlineno + 3
    return DriverFailed("scanner", "ZeroDivisionError", f"test_supervision.py:{line}")


def test_a_driver_that_hangs_does_not_hold_up_the_end() -> None:
    hangs, stopped = Event(), Event()
    driver = Supervised("printer", lambda _stopping: bool(hangs.wait()))
    driver.start(lambda _message: None)

    def stop() -> None:
        driver.stop(within_s=0.01)
        stopped.set()

    Thread(target=stop, daemon=True).start()
    try:
        assert stopped.wait(LONGEST_S)
    finally:
        hangs.set()


class Rests:
    """Stands for the event that the thread waits at: notes how long, and stops it after so many rests."""

    def __init__(self, most: int) -> None:
        self.rested_s: list[float] = []
        self._most = most

    def is_set(self) -> bool:
        return len(self.rested_s) >= self._most

    def wait(self, span_s: float) -> bool:
        self.rested_s.append(span_s)
        return self.is_set()


def rests_of(work: Callable[[Event], None], most: int) -> list[float]:
    driver = Supervised("scanner", work)
    rests = Rests(most)
    driver._stopping = rests  # type: ignore[assignment]
    driver._run(lambda _message: None)
    return rests.rested_s


def dies(_stopping: Event) -> None:
    raise OSError("gone")


def test_each_death_doubles_the_rest_up_to_a_minute() -> None:
    assert rests_of(dies, 9) == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_work_that_only_returns_is_not_called_anew_at_once() -> None:
    assert rests_of(lambda _stopping: None, 4) == [1, 2, 4, 8]


def test_after_a_good_run_the_next_death_is_the_first_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now_s = [0.0]
    monkeypatch.setattr(supervision, "monotonic", lambda: now_s[0])
    lives_s = iter([1.0, 1.0, GOOD_RUN_S + 1, 1.0])

    def lives_for_a_while(_stopping: Event) -> None:
        now_s[0] += next(lives_s)
        raise OSError("gone")

    assert rests_of(lives_for_a_while, 4) == [1, 2, 1, 2]


def test_told_to_stop_while_it_rests_it_ends_at_once_and_works_no_more() -> None:
    died = SimpleQueue[Message]()
    driver = Supervised("scanner", dies, first_wait_s=3600)
    driver.start(died.put)
    died.get()
    driver.stop(within_s=60)
    assert died.empty()
    assert "scanner" not in [thread.name for thread in enumerate_threads()]
