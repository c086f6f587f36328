"""The clock's record in the file, and what is mended when two members of staff say what day it is."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from appliance.model import Loan
from appliance.model.clock import ClockRecord, Doubt, Leap, Mended
from appliance.model.unit_events import Stopped
from appliance.ports import SlipAsked, SlipState
from appliance.store.database import migrations
from tests.flows.journal_rows import row_of
from tests.flows.storyboard import MONDAY, Storyboard

TODAY = MONDAY.date()
ZONE = ZoneInfo("Asia/Phnom_Penh")


@pytest.mark.parametrize(
    "record",
    [
        ClockRecord(),
        ClockRecord(12.5, "boot-1", 7, MONDAY, MONDAY + timedelta(days=1)),
        ClockRecord(-86_400.0, "-", None, MONDAY, None),
        ClockRecord(0.0, "boot-2", 3, MONDAY, None, Doubt.NO_RTC, MONDAY + timedelta(hours=1), 7.25, None, 9),
        ClockRecord(noted_at=MONDAY, leap=Leap(MONDAY - timedelta(days=3), MONDAY)),
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


def test_a_record_of_an_older_program_is_read(story: Storyboard) -> None:
    kept = {"offset_s": 2.0, "boot_id": "b", "doubt_after": 4, "noted_at": None, "journal_ahead": None}
    story.store.connection.execute("INSERT OR REPLACE INTO site VALUES ('clock', ?)", (json.dumps(kept),))
    assert story.store.dates.record() == ClockRecord(2.0, "b", 4)


def lends(story: Storyboard, *barcodes: str, at: datetime = MONDAY, days: int = 14) -> list[Loan]:
    store, dara = story.store, story.reader("Dara")
    request = store.requests.ask(dara, (), at, waiting=False)
    due = at.astimezone(ZONE).date() + timedelta(days=days)
    return [store.loans.lend(story.copy(code), dara, request, at, due) for code in barcodes]


def mends(story: Storyboard, after: int, by: timedelta) -> Mended:
    with story.store.transaction():
        return story.store.dates.mend(after, by, ZONE, MONDAY)


def dues(story: Storyboard) -> dict[str, tuple[date, date | None]]:
    return {loan.copy.barcode: (loan.due_on, loan.due_was) for loan in story.store.loans.all_open()}


def test_only_loans_dated_by_the_wrong_day_that_are_still_out_are_mended(story: Storyboard) -> None:
    store = story.store
    due = TODAY + timedelta(days=14)
    with store.transaction():
        _sure, renewed = lends(story, "B1", "B2")
        doubted_from = store.journal.append(MONDAY, Stopped())
        _lent, back = lends(story, "B3", "B4")
        store.loans.renew(renewed, MONDAY, due)
        store.loans.give_back(back, MONDAY)
    later = (due + timedelta(days=5), due)
    assert mends(story, doubted_from, timedelta(days=5)) == Mended(loans=2)
    assert dues(story) == {"B1": (due, None), "B2": later, "B3": later}
    assert row_of(story, "SELECT json(body) FROM journal WHERE kind = 'loan_mended' LIMIT 1") == (
        '{"due_on":"2026-12-12","loan":2,"was":"2026-12-07"}',
    )


def test_a_date_that_goes_back_takes_no_day_from_anybody(story: Storyboard) -> None:
    ahead = MONDAY + timedelta(days=5)
    with story.store.transaction():
        lends(story, "B1")
        lends(story, "B2", at=ahead)
    before = dues(story)
    assert mends(story, 0, timedelta(days=-5)) == Mended()
    assert dues(story) == before
    assert {loan.lent_at for loan in story.store.loans.all_open()} == {MONDAY}
    assert mends(story, 0, timedelta(days=5)) == Mended(loans=2)


def test_a_loan_of_before_that_was_renewed_in_doubt_keeps_the_day_it_was_lent(story: Storyboard) -> None:
    later = MONDAY + timedelta(days=9)
    with story.store.transaction():
        (loan,) = lends(story, "B1")
        doubted_from = story.store.journal.append(later, Stopped())
        story.store.loans.renew(loan, later, TODAY + timedelta(days=23))
    mends(story, doubted_from, timedelta(days=2))
    (mended,) = story.store.loans.all_open()
    assert (mended.lent_at, mended.due_on) == (MONDAY, TODAY + timedelta(days=25))


def test_a_day_is_added_where_the_true_hour_was_on_the_next_day_and_only_there(story: Storyboard) -> None:
    with story.store.transaction():
        lends(story, "B1", at=MONDAY)
        lends(story, "B2", at=MONDAY + timedelta(hours=14, minutes=30))  # 23:30 in Phnom Penh
    assert mends(story, 0, timedelta(hours=1)) == Mended(loans=1)
    assert {code: was is not None for code, (_, was) in dues(story).items()} == {"B1": False, "B2": True}


def test_what_a_slip_says_stays_in_mind_over_a_second_mending_and_is_over_with_a_renewal(
    story: Storyboard,
) -> None:
    with story.store.transaction():
        (loan,) = lends(story, "B1")
    slip_says = loan.due_on
    for days in (2, 3):
        mends(story, 0, timedelta(days=days))
    assert dues(story) == {"B1": (slip_says + timedelta(days=5), slip_says)}
    with story.store.transaction():
        renewed = story.store.loans.renew(loan, MONDAY, slip_says + timedelta(days=9))
    assert renewed.due_was is None
    assert dues(story) == {"B1": (slip_says + timedelta(days=9), None)}


def test_open_loans_of_an_older_program_learn_from_the_journal_when_they_were_dated(
    story: Storyboard,
) -> None:
    later = MONDAY + timedelta(days=2)
    with story.store.transaction():
        (_, renewed, back) = lends(story, "B1", "B2", "B3")
        story.store.loans.renew(renewed, later, TODAY + timedelta(days=16))
        story.store.loans.give_back(back, later)
    dated = "SELECT id, dated_at, dated_row FROM loan WHERE returned_at IS NULL ORDER BY id"
    as_written = list(story.store.connection.execute(dated))
    story.store.connection.execute("UPDATE loan SET dated_at = NULL, dated_row = NULL")
    (sql,) = (sql for _, name, sql in migrations() if "dates_mended" in name)
    story.store.connection.execute(sql[sql.index("UPDATE loan") :])
    assert list(story.store.connection.execute(dated)) == as_written
    assert row_of(story, f"SELECT dated_at FROM loan WHERE id = {back.id}") == (None,)


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
    assert mends(story, 0, an_hour) == Mended(requests=2)
    asked = {request.id: request.asked_at for request in store.requests.waiting_page(None, 0, 10)}
    assert asked == {first: MONDAY + an_hour, second: MONDAY + 2 * an_hour}
    assert store.slips.unfinished(SlipState.WAITING) == (SlipAsked(first, 1, MONDAY + an_hour),)
    assert store.slips.unfinished(SlipState.PRINTING) == (SlipAsked(second, 1, MONDAY + 2 * an_hour),)
    assert store.slips.one(second, 2) == (SlipAsked(second, 2, MONDAY), SlipState.PRINTED)


def test_a_request_that_was_decided_keeps_its_moment(story: Storyboard) -> None:
    with story.store.transaction():
        story.store.requests.ask(story.reader("Dara"), (story.copy("B1"),), MONDAY, waiting=False)
    assert mends(story, 0, timedelta(days=3)) == Mended()
    assert row_of(story, "SELECT asked_at FROM request") == ("2026-11-23T02:00:00.000+00:00",)
