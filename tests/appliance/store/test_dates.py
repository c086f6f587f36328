"""The clock's record in the file, and what moves when two members of staff say what day it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.model.clock import ClockRecord
from appliance.model.unit_events import Stopped
from appliance.ports import SlipAsked, SlipState
from tests.flows.journal_rows import row_of
from tests.flows.storyboard import MONDAY, Storyboard

TODAY = MONDAY.date()


@pytest.mark.parametrize(
    "record",
    [
        ClockRecord(),
        ClockRecord(12.5, "boot-1", 7, MONDAY, MONDAY + timedelta(days=1)),
        ClockRecord(-86_400.0, "-", None, MONDAY, None),
    ],
)
def test_a_record_is_read_as_it_was_kept_and_the_last_one_counts(
    story: Storyboard, record: ClockRecord
) -> None:
    dates = story.store.dates
    with story.store.transaction():
        dates.keep(ClockRecord(1.0, "another", 99, MONDAY, MONDAY))
        dates.keep(record)
    assert dates.record() == record


def test_a_new_library_has_a_record_of_nothing(story: Storyboard) -> None:
    assert story.store.dates.record() == ClockRecord()


def test_the_last_row_of_the_journal_tells_when_it_was_written(story: Storyboard) -> None:
    later = MONDAY + timedelta(days=3, milliseconds=250)
    with story.store.transaction():
        story.store.journal.append(later, Stopped())
    assert story.store.dates.last_row_at() == later


def test_only_loans_dated_in_doubt_that_are_still_out_move(story: Storyboard) -> None:
    store, dara = story.store, story.reader("Dara")
    due = TODAY + timedelta(days=14)
    with store.transaction():
        request = store.requests.ask(dara, tuple(map(story.copy, ("B1", "B2"))), MONDAY, waiting=False)
        sure, renewed = (
            store.loans.lend(story.copy(code), dara, request, MONDAY, due) for code in ("B1", "B2")
        )
        doubted_from = store.journal.append(MONDAY, Stopped())
        lent, back = (store.loans.lend(story.copy(code), dara, request, MONDAY, due) for code in ("B3", "B4"))
        store.loans.renew(renewed, MONDAY, due)
        store.loans.give_back(back, MONDAY)
        assert store.dates.move(doubted_from, 5, timedelta(days=5)) == 2
    moved = {loan.id: loan.due_on - due for loan in store.loans.all_open()}
    assert moved == {sure.id: timedelta(0), renewed.id: timedelta(days=5), lent.id: timedelta(days=5)}
    with store.transaction():
        assert store.dates.move(doubted_from, -5, timedelta(days=-5)) == 2
    assert {loan.due_on for loan in store.loans.all_open()} == {due}


def test_what_waits_moves_by_the_same_span_even_onto_each_others_moments(story: Storyboard) -> None:
    store = story.store
    an_hour = timedelta(hours=1)
    with store.transaction():
        first = store.requests.ask(story.reader("Dara"), (story.copy("B1"),), MONDAY, waiting=True)
        second = store.requests.ask(
            story.reader("Sophea"), (story.copy("B2"),), MONDAY + an_hour, waiting=True
        )
        store.slips.ask(SlipAsked(first, 1, MONDAY), SlipState.WAITING)
        store.slips.ask(SlipAsked(second, 1, MONDAY + an_hour), SlipState.PRINTING)
        store.slips.ask(SlipAsked(second, 2, MONDAY), SlipState.PRINTED)
        store.dates.move(0, 0, an_hour)
    asked = {request.id: request.asked_at for request in store.requests.waiting_page(None, 0, 10)}
    assert asked == {first: MONDAY + an_hour, second: MONDAY + 2 * an_hour}
    assert store.slips.unfinished(SlipState.WAITING) == (SlipAsked(first, 1, MONDAY + an_hour),)
    assert store.slips.unfinished(SlipState.PRINTING) == (SlipAsked(second, 1, MONDAY + 2 * an_hour),)
    assert store.slips.one(second, 2) == (SlipAsked(second, 2, MONDAY), SlipState.PRINTED)


def test_a_request_that_was_decided_keeps_its_moment(story: Storyboard) -> None:
    with story.store.transaction():
        story.store.requests.ask(story.reader("Dara"), (story.copy("B1"),), MONDAY, waiting=False)
        story.store.dates.move(0, 3, timedelta(days=3))
    assert row_of(story, "SELECT asked_at FROM request") == ("2026-11-23T02:00:00.000+00:00",)
