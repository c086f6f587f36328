"""A driver's thread that dies is started anew, alone, and the journal learns of it."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event

from appliance.messages import DriverFailed, Message
from drivers.supervision import Supervised


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
    cable.works.wait()
    driver.stop()
    assert cable.ended.is_set()
    assert [posted.get() for _ in range(3)] == [posted_death()] * 3
    assert posted.empty()


def posted_death() -> DriverFailed:
    """The class and the place, and nothing of what the error said."""
    line = Cable.work.__code__.co_firstlineno + 3
    return DriverFailed("scanner", "ZeroDivisionError", f"test_supervision.py:{line}")


def test_a_driver_that_hangs_does_not_hold_up_the_end() -> None:
    hangs = Event()
    driver = Supervised("printer", lambda _stopping: bool(hangs.wait()))
    driver.start(lambda _message: None)
    driver.stop(within_s=0.01)
    hangs.set()
