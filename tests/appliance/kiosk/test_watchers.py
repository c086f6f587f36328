"""Work over time is asked for by deadline: a tick on which nothing is due does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from appliance.kiosk.lapsing import REQUEST_LASTS
from appliance.messages import AskForLoan, GoHome
from appliance.ports import StoreFull
from appliance.status import Attract, AwaitingApproval, Basket, OutOfService
from tests.flows.storyboard import MONDAY, Storyboard, open_storyboard


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storyboard]:
    story = open_storyboard(tmp_path)
    yield story
    story.store.close()


def asks(story: Storyboard, name: str, barcode: str) -> None:
    story.scans_card_of(name)
    story.scans(barcode)
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)


def statements(story: Storyboard, seconds: int) -> list[str]:
    """What the library's file is asked for while nobody does anything."""
    asked: list[str] = []

    def hears(_cursor: object, statement: str, _bindings: object) -> bool:
        asked.append(statement)
        return True

    story.store.connection.exec_trace = hears
    story.waits(seconds)
    story.store.connection.exec_trace = None
    return asked


def waiting(story: Storyboard) -> int:
    return story.store.requests.count_waiting()


def test_a_tick_with_nothing_due_asks_the_file_for_nothing_however_many_requests_wait(
    story: Storyboard,
) -> None:
    for name, barcode in (("Dara", "B1"), ("Sophea", "B2"), ("Vichet", "B3")):
        asks(story, name, barcode)
    story.touches(GoHome())
    story.waits(30)
    assert waiting(story) == 3
    assert statements(story, 300) == []


def test_each_request_lapses_after_its_own_twelve_hours(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.passes(timedelta(hours=5))
    asks(story, "Sophea", "B2")
    story.passes(REQUEST_LASTS - timedelta(hours=5))
    assert waiting(story) == 2
    story.passes(timedelta(seconds=1))
    assert waiting(story) == 1
    story.passes(timedelta(hours=5) - timedelta(seconds=1))
    assert waiting(story) == 1
    story.passes(timedelta(seconds=1))
    assert waiting(story) == 0
    assert story.journal_kinds().count("lapsed") == 2


def test_the_first_request_of_a_quiet_library_lapses_in_time(story: Storyboard) -> None:
    story.passes(timedelta(hours=30))
    asks(story, "Dara", "B1")
    story.passes(REQUEST_LASTS + timedelta(seconds=1))
    assert waiting(story) == 0


def test_a_request_lapses_in_time_after_a_restart(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.now += REQUEST_LASTS + timedelta(seconds=1)
    story.power_is_cut()
    assert waiting(story) == 0


def test_a_request_lapses_in_time_though_the_clock_stepped_back_before_it_was_asked(
    story: Storyboard,
) -> None:
    story.passes(timedelta(hours=11))
    story.library.timekeeper.confirm(MONDAY - timedelta(days=300))
    story.passes(timedelta(seconds=1))
    asks(story, "Dara", "B1")
    story.passes(REQUEST_LASTS + timedelta(seconds=1))
    assert waiting(story) == 0


def test_midnight_changes_the_dates_of_an_open_basket_once(story: Storyboard) -> None:
    story.passes(timedelta(hours=14, minutes=59, seconds=40))
    story.scans_card_of("Dara")
    story.scans("B1")
    (before,) = story.sees(Basket).lines
    story.waits(30)
    (after,) = story.sees(Basket).lines
    assert after.due_on is not None
    assert before.due_on is not None
    assert after.due_on - before.due_on == timedelta(days=1)


def test_what_fell_due_while_the_disk_was_full_is_done_when_there_is_room(
    story: Storyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room() -> None:
        raise StoreFull

    asks(story, "Dara", "B1")
    with monkeypatch.context() as full:
        full.setattr(story.store, "transaction", no_room)
        story.passes(REQUEST_LASTS + timedelta(seconds=1))
        story.sees(OutOfService)
        story.waits(3)
        assert waiting(story) == 1
    story.waits(1)
    assert waiting(story) == 0
    story.sees(Attract)
