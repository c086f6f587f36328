"""The one thread: order, ticks, subscribers, and an end in good order."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, Queue

import pytest

from appliance.effects import Effect, PrintSlip
from appliance.inbox import MOST_WAITING
from appliance.kiosk.dispatcher import Kiosk
from appliance.loop import TICK_S, Loop
from appliance.messages import (
    AskForLoan,
    Crashed,
    Message,
    PrinterChanged,
    Scanned,
    Ticked,
    Touched,
)
from appliance.model import PrinterState
from appliance.status import Approved, Basket, Status
from appliance.store.sqlite_store import open_store
from tests.flows.storyboard import open_kiosk, open_storyboard


class Watched:
    """A running loop over a small library, and the statuses it publishes."""

    def __init__(self, folder: Path) -> None:
        story = open_storyboard(folder)
        self.card = story.card_of("Chanthy")
        self.statuses: Queue[Status] = Queue()
        self.effects: list[Effect] = []
        self.folder = folder
        story.store.close()
        self.loop = Loop(lambda: open_kiosk(folder), self.read_clock, self.effects.append)
        self.loop.subscribe(self.statuses.put)

    def read_clock(self) -> Ticked:
        return Ticked(datetime(2026, 11, 24, 2, 0, tzinfo=UTC), 100.0)

    def wait_for(self, is_it: Callable[[Status], bool]) -> Status:
        while not is_it(status := self.statuses.get()):
            pass
        return status


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path)
    watched.loop.start()
    yield watched
    watched.loop.stop()


def test_messages_from_many_threads_are_handled_one_by_one(watched: Watched) -> None:
    posters = [
        threading.Thread(target=lambda: [watched.loop.post(Scanned(f"B{n}")) for n in range(1, 6)])
        for _ in range(8)
    ]
    for poster in posters:
        poster.start()
    for poster in posters:
        poster.join()
    watched.loop.post(PrinterChanged(PrinterState.FAULT))
    shown = 0

    def is_last(status: Status) -> bool:
        nonlocal shown
        shown += type(status.scene).__name__ == "TitlePage"
        return status.devices.printer is PrinterState.FAULT

    watched.wait_for(is_last)
    # Forty scans of five books by turns: each changes the page but for a book that was just shown.
    assert shown > 5


def test_the_loan_is_on_disk_before_it_is_published_and_printed(watched: Watched) -> None:
    session = watched.wait_for(lambda _: True).session
    watched.loop.post(Scanned(watched.card))
    watched.loop.post(Scanned("B1"))
    session = watched.wait_for(lambda status: isinstance(status.scene, Basket)).session
    watched.loop.post(Touched(session, AskForLoan()))
    watched.wait_for(lambda status: isinstance(status.scene, Approved))
    watched.loop.stop()
    assert [type(effect) for effect in watched.effects].count(PrintSlip) == 1
    store = open_store(watched.folder)
    assert len(store.loans.all_open()) == 1
    store.close()
    watched.loop = Loop(lambda: open_kiosk(watched.folder), watched.read_clock, watched.effects.append)
    watched.loop.start()


def test_a_slip_that_waited_over_a_restart_is_given_to_the_printer(watched: Watched) -> None:
    session = watched.wait_for(lambda _: True).session
    watched.loop.post(PrinterChanged(PrinterState.NO_PAPER))
    watched.loop.post(Scanned(watched.card))
    watched.loop.post(Scanned("B1"))
    session = watched.wait_for(lambda status: isinstance(status.scene, Basket)).session
    watched.loop.post(Touched(session, AskForLoan()))
    watched.wait_for(lambda status: isinstance(status.scene, Approved))
    watched.loop.stop()
    assert not any(isinstance(effect, PrintSlip) for effect in watched.effects)
    watched.loop = Loop(lambda: open_kiosk(watched.folder), watched.read_clock, watched.effects.append)
    watched.loop.start()
    watched.loop.stop()
    assert [type(effect) for effect in watched.effects].count(PrintSlip) == 1
    watched.loop = Loop(lambda: open_kiosk(watched.folder), watched.read_clock, watched.effects.append)
    watched.loop.start()


def test_a_status_that_did_not_change_is_not_published(watched: Watched) -> None:
    watched.wait_for(lambda _: True)
    for _ in range(5):
        watched.loop.post(PrinterChanged(PrinterState.READY))
    watched.loop.post(PrinterChanged(PrinterState.NO_PAPER))
    assert watched.statuses.get().devices.printer is PrinterState.NO_PAPER


def test_a_start_and_an_orderly_end_are_in_the_journal(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    watched.loop.start()
    watched.loop.stop()
    assert lifecycle(tmp_path) == ["started", "stopped"]


def test_a_crash_noted_from_another_thread_is_in_the_journal(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    watched.loop.start()
    watched.wait_for(lambda _: True)
    watched.loop.note_crash(Crashed("ValueError", "printer.py:7"))
    assert lifecycle(tmp_path) == ["started", "crashed"]


def test_a_crash_of_the_core_itself_is_in_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(tmp_path)
    monkeypatch.setattr(
        threading,
        "excepthook",
        lambda crash: watched.loop.note_crash(Crashed(crash.exc_type.__name__, "x:1")),
    )
    message: Message = Scanned(None)  # what no driver may post
    watched.loop.start()
    watched.loop.post(message)
    watched.loop.stop()
    assert lifecycle(tmp_path) == ["started", "crashed"]


def lifecycle(folder: Path) -> list[str]:
    store = open_store(folder)
    kinds = [kind for (kind,) in store.connection.execute("SELECT kind FROM journal ORDER BY seq")]
    store.close()
    return [kind for kind in kinds if kind in ("started", "stopped", "crashed")]


class Held(Kiosk):
    """A kiosk that hangs in one message until it is let go."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.__dict__ = kiosk.__dict__
        self.hangs = threading.Event()
        self.goes_on = threading.Event()

    def handle(self, message: Message) -> Sequence[Effect]:
        if message == PrinterChanged(PrinterState.FAULT):
            self.hangs.set()
            self.goes_on.wait()
        return super().handle(message)


def held_loop(folder: Path, beat: Callable[[], None] = lambda: None) -> tuple[Loop, list[Held]]:
    """A loop that is not started, and the kiosk that it will open."""
    open_storyboard(folder).store.close()
    held: list[Held] = []

    def open_held() -> Held:
        held.append(Held(open_kiosk(folder)))
        return held[0]

    def read_clock() -> Ticked:
        return Ticked(datetime(2026, 11, 24, 2, 0, tzinfo=UTC), 100.0)

    return Loop(open_held, read_clock, lambda _effect: None, beat), held


def test_a_core_that_lives_beats_and_one_that_hangs_does_not(tmp_path: Path) -> None:
    beats: Queue[int] = Queue()
    loop, held = held_loop(tmp_path, lambda: beats.put(1))
    loop.start()
    beats.get()  # it opened the library
    loop.post(PrinterChanged(PrinterState.READY))
    beats.get()  # it handled a message
    beats.get()  # nothing came for a second, and it ticked
    loop.post(PrinterChanged(PrinterState.FAULT))
    held[0].hangs.wait()
    while not beats.empty():
        beats.get()
    with pytest.raises(Empty):
        beats.get(timeout=2 * TICK_S)
    held[0].goes_on.set()
    beats.get()
    loop.stop()


def test_of_a_flood_of_scans_on_a_busy_core_no_more_than_its_room_is_answered(tmp_path: Path) -> None:
    loop, held = held_loop(tmp_path)
    published: Queue[Status] = Queue()
    loop.subscribe(published.put)
    loop.start()
    published.get()
    loop.post(PrinterChanged(PrinterState.FAULT))
    held[0].hangs.wait()
    for number in range(10_000):
        loop.post(Scanned(f"B{number % 5 + 1}"))
    loop.post(PrinterChanged(PrinterState.NO_PAPER))
    held[0].goes_on.set()
    loop.stop()
    shown = [published.get() for _ in range(published.qsize())]
    # The fault, a page for each scan that waited, and the printer without paper.
    assert len(shown) == 1 + MOST_WAITING + 1
    assert shown[-1].devices.printer is PrinterState.NO_PAPER
