"""What breaks, breaks alone; what must end, ends fast and comes back to the same books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from appliance.cli.demo_library import make_demo_library
from appliance.cli.exits import Exit
from appliance.loop import Loop
from appliance.messages import AskForLoan, Scanned, Ticked, Touched
from appliance.status import Approved, Basket, Status
from appliance.store.sqlite_store import open_store
from appliance.unit.crash_guard import CRASHED
from drivers.supervision import Supervised
from tests.flows.storyboard import open_kiosk, open_storyboard
from tests.flows.test_program import kinds, program

CRASH_OF_THE_CORE = """
import appliance.kiosk.dispatcher as dispatcher
take = dispatcher.Kiosk._take
calm_until = [5]
def broken(self, message):
    calm_until[0] -= 1
    if calm_until[0] == 0:
        raise RuntimeError("Dara reads about R000042ABCDEF")
    take(self, message)
dispatcher.Kiosk._take = broken
"""


class Wobbly:
    """A scanner that reads what the test puts before it, and dies of what it cannot bear."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self.before_it: Queue[str] = Queue()
        self.supervised = Supervised("scanner", self._work, first_wait_s=0.001)

    def _work(self, stopping: Event) -> None:
        while not stopping.is_set():
            code = self.before_it.get()
            if code == "poison":
                raise ZeroDivisionError
            if code:
                self._loop.post(Scanned(code))


class Desk:
    """A running core with a wobbly scanner, over a small library."""

    def __init__(self, folder: Path) -> None:
        story = open_storyboard(folder)
        self.card = story.card_of("Chanthy")
        story.store.close()
        self.statuses: Queue[Status] = Queue()
        self.loop = Loop(lambda: open_kiosk(folder), read_clock, lambda _effect: None)
        self.loop.subscribe(self.statuses.put)
        self.scanner = Wobbly(self.loop)

    def sees(self, kind: type, books: int = 0) -> Status:
        while True:
            status = self.statuses.get()
            if isinstance(status.scene, kind) and len(getattr(status.scene, "lines", ())) >= books:
                return status


def read_clock() -> Ticked:
    return Ticked(datetime(2026, 11, 24, 2, 0, tzinfo=UTC), 100.0)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.loop.start()
    desk.scanner.supervised.start(desk.loop.post)
    yield desk
    desk.loop.stop()
    desk.scanner.before_it.put("")
    desk.scanner.supervised.stop()


def test_a_scanner_that_dies_costs_the_reader_nothing_of_the_basket(desk: Desk, tmp_path: Path) -> None:
    desk.scanner.before_it.put(desk.card)
    desk.scanner.before_it.put("B1")
    desk.sees(Basket, books=1)
    desk.scanner.before_it.put("poison")
    desk.scanner.before_it.put("poison")
    desk.scanner.before_it.put("B2")
    session = desk.sees(Basket, books=2).session
    desk.loop.post(Touched(session, AskForLoan()))
    desk.sees(Approved)
    desk.loop.stop()
    assert kinds(tmp_path).count("driver_failed") == 2
    store = open_store(tmp_path)
    assert {loan.copy.barcode for loan in store.loans.all_open()} == {"B1", "B2"}
    store.close()


def test_a_core_that_breaks_ends_fast_and_comes_back_to_the_same_books(tmp_path: Path) -> None:
    library = tmp_path / "library"
    make_demo_library(library, None)
    loans = open_loans(library)
    words = ("run", "--library", library, "--window", "800x480")

    done = program(*words, prelude=CRASH_OF_THE_CORE)

    assert done.returncode == CRASHED
    assert "RuntimeError" in done.stderr
    assert "Dara" not in done.stderr
    assert kinds(library)[-2:] == ["started", "crashed"]
    assert program(*words, "--exit-after-first-frame").returncode == Exit.WELL
    assert open_loans(library) == loans


def open_loans(library: Path) -> tuple[object, ...]:
    store = open_store(library)
    loans = store.loans.all_open()
    store.close()
    assert loans
    return loans
