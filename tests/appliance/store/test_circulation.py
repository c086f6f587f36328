"""Loans, requests, slips and people in the file: what is kept is what is read, after a restart too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from appliance.model import (
    Avatar,
    CopyState,
    Language,
    Loan,
    Reader,
    ReaderCategory,
    ReaderId,
    Request,
    RequestId,
    RequestState,
    Role,
    Staff,
    StaffId,
)
from appliance.people.cards import KEY_BYTES
from appliance.ports import CopyFacts, HeldCopy, ReaderFacts, SlipAsked, SlipState, StaffSecret
from tests.flows.journal_rows import journal_rows, row_of
from tests.flows.storyboard import MONDAY, Storyboard

LATER = MONDAY + timedelta(hours=3)
TODAY = MONDAY.date()


def lends(story: Storyboard, name: str, *barcodes: str, days: int = 14) -> tuple[Loan, ...]:
    store, reader = story.store, story.reader(name)
    copies = tuple(map(story.copy, barcodes))
    with store.transaction():
        request = store.requests.ask(reader, copies, MONDAY, waiting=False)
        due = TODAY + timedelta(days=days)
        return tuple(store.loans.lend(copy, reader, request, MONDAY, due) for copy in copies)


def asks(story: Storyboard, name: str, *barcodes: str) -> RequestId:
    with story.store.transaction():
        copies = tuple(map(story.copy, barcodes))
        return story.store.requests.ask(story.reader(name), copies, MONDAY, waiting=True)


def test_a_loan_is_read_as_it_was_made(story: Storyboard) -> None:
    (loan,) = lends(story, "Dara", "B1")
    assert loan == Loan(
        loan.id,
        story.copy("B1"),
        story.reader("Dara").id,
        MONDAY,
        TODAY + timedelta(days=14),
        0,
        loan.request_id,
    )
    story.power_is_cut()
    loans = story.store.loans
    assert loans.of_copy(story.copy("B1")) == loan
    assert loans.of_reader(story.reader("Dara").id) == (loan,)
    assert loans.of_request(loan.request_id) == (loan,)
    assert loans.facts_of_copy(story.copy("B1")) == CopyFacts(loan.reader_id, loan.due_on, None)


def test_a_loan_that_came_back_is_nobodys(story: Storyboard) -> None:
    (loan,) = lends(story, "Dara", "B1")
    with story.store.transaction():
        story.store.loans.give_back(loan, LATER)
    assert journal_rows(story)[-1] == ("returned", {"loan": loan.id})
    loans, dara = story.store.loans, story.reader("Dara")
    assert loans.of_copy(loan.copy) is None
    assert (loans.of_reader(dara.id), loans.of_request(loan.request_id), loans.all_open()) == ((), (), ())
    assert loans.facts_of_copy(loan.copy) == CopyFacts()
    assert loans.facts_of_reader(dara) == ReaderFacts()
    assert row_of(story, "SELECT returned_at FROM loan") == ("2026-11-23T05:00:00.000+00:00",)


def test_a_renewal_is_counted_and_dated(story: Storyboard) -> None:
    (loan,) = lends(story, "Dara", "B1")
    due_on = TODAY + timedelta(days=20)
    with story.store.transaction():
        renewed = story.store.loans.renew(loan, LATER, due_on)
    assert renewed == replace(loan, due_on=due_on, renewals=1)
    assert story.store.loans.of_copy(loan.copy) == renewed
    assert journal_rows(story)[-1] == ("renewed", {"loan": loan.id, "due_on": due_on.isoformat()})


def test_what_a_reader_has_is_told_copy_by_copy_and_listed_from_the_first_that_is_due(
    story: Storyboard,
) -> None:
    lends(story, "Dara", "B1", days=9)
    lends(story, "Dara", "B2", "B3", days=4)
    lends(story, "Sophea", "B4", days=1)
    dara = story.reader("Dara")
    held = [
        HeldCopy(copy.id, copy.title.id, copy.kind, TODAY + timedelta(days=days))
        for copy, days in ((story.copy("B1"), 9), (story.copy("B2"), 4), (story.copy("B3"), 4))
    ]
    assert story.store.loans.facts_of_reader(dara) == ReaderFacts(tuple(held))
    assert [loan.copy.barcode for loan in story.store.loans.of_reader(dara.id)] == ["B2", "B3", "B1"]
    assert [loan.copy.barcode for loan in story.store.loans.all_open()] == ["B4", "B2", "B3", "B1"]


def test_a_request_waits_with_its_copies_in_order_until_it_is_decided(story: Storyboard) -> None:
    request_id = asks(story, "Dara", "B3", "B1")
    assert journal_rows(story)[-1] == ("asked", {"request": request_id, "copies": 2})
    dara, requests = story.reader("Dara"), story.store.requests
    kept = Request(request_id, dara, (story.copy("B3"), story.copy("B1")), MONDAY)
    assert requests.waiting(request_id) == kept
    assert requests.waiting_of_reader(dara.id) == kept
    assert requests.waiting_for_copy(story.copy("B1")) == kept
    assert requests.waiting_page(None, 0, 10) == (kept,)
    assert story.store.loans.facts_of_copy(story.copy("B1")) == CopyFacts(asked_by=dara.id)
    assert requests.is_known(request_id)
    assert not requests.is_known(RequestId(request_id + 1))
    with story.store.transaction():
        assert requests.decide(request_id, RequestState.DECLINED, StaffId(1), LATER)
        assert not requests.decide(request_id, RequestState.APPROVED, StaffId(2), LATER)
    assert journal_rows(story)[-1] == ("declined", {"request": request_id, "staff": 1})
    row = row_of(story, "SELECT state, decided_by, decided_at FROM request")
    assert row == ("declined", 1, "2026-11-23T05:00:00.000+00:00")
    assert requests.waiting(request_id) is None
    assert requests.waiting_of_reader(dara.id) is None
    assert requests.waiting_for_copy(story.copy("B1")) is None
    assert requests.waiting_page(None, 0, 10) == ()
    assert requests.is_known(request_id)
    assert story.store.loans.facts_of_copy(story.copy("B1")) == CopyFacts()


def test_what_is_lent_at_once_never_waited(story: Storyboard) -> None:
    (loan,) = lends(story, "Chanthy", "B1")
    assert story.store.requests.waiting_page(None, 0, 10) == ()
    assert row_of(story, "SELECT state FROM request") == ("approved",)
    assert journal_rows(story)[-1][0] == "lent"
    assert story.store.requests.waiting(loan.request_id) is None


def test_slips_are_kept_by_request_and_print_and_the_oldest_comes_first(story: Storyboard) -> None:
    number = asks(story, "Dara", "B1")
    second = asks(story, "Sophea", "B2")
    slips = story.store.slips
    first_print, other = SlipAsked(number, 1, LATER), SlipAsked(second, 1, MONDAY)
    again = SlipAsked(number, 2, LATER + timedelta(hours=1))
    assert slips.last(number) is None
    assert slips.one(number, 1) is None
    with story.store.transaction():
        slips.ask(first_print, SlipState.WAITING)
        slips.ask(other, SlipState.WAITING)
        slips.ask(again, SlipState.PRINTING)
    assert slips.unfinished(SlipState.WAITING) == (other, first_print)
    assert slips.unfinished(SlipState.PRINTING) == (again,)
    assert slips.last(number) == (again, SlipState.PRINTING)
    with story.store.transaction():
        slips.becomes(first_print, SlipState.PRINTED)
    assert slips.one(number, 1) == (first_print, SlipState.PRINTED)
    assert slips.one(number, 2) == (again, SlipState.PRINTING)
    assert slips.unfinished(SlipState.WAITING) == (other,)
    assert slips.unfinished(SlipState.PRINTED) == ()


@pytest.mark.parametrize("blocked_until", [None, TODAY])
def test_a_reader_and_a_guard_are_read_as_they_were_added(
    story: Storyboard, blocked_until: date | None
) -> None:
    reader = Reader(
        ReaderId(0), 77, "Bopha", ReaderCategory.YOUNG, Language.FR, Avatar.STAR, "B-7", blocked_until
    )
    staff = Staff(StaffId(0), 33, "Guard Sok", Role.GUARD, Language.EN)
    people = story.store.people
    with story.store.transaction():
        added = people.add_reader(reader, MONDAY)
        assert journal_rows(story)[-1] == ("reader_added", {"reader": added.id})
        guard = people.add_staff(staff, "$hash", MONDAY)
        assert journal_rows(story)[-1] == ("staff_added", {"staff": guard.id})
    assert added == replace(reader, id=added.id)
    assert guard == replace(staff, id=guard.id)
    assert people.reader(77) == (added, 1)
    assert people.reader_by_id(added.id) == added
    assert people.all_readers()[-1] == (added, 1)
    assert people.staff(33) == (guard, 1)
    assert people.all_staff()[-1] == (guard, 1)
    assert people.reader(78) is None
    assert people.staff(34) is None
    with pytest.raises(LookupError, match="no such reader"):
        people.reader_by_id(ReaderId(9999))
    assert people.secret(guard.id) == StaffSecret("$hash", 0)


def test_wrong_pins_are_counted_for_one_badge_only(story: Storyboard) -> None:
    people = story.store.people
    first, second, _ = [staff.id for staff, _ in people.all_staff()]
    assert [people.count_failure(first) for _ in range(3)] == [1, 2, 3]
    assert (people.secret(first).failures, people.secret(second).failures) == (3, 0)
    people.count_failure(second)
    people.forget_failures(first)
    assert (people.secret(first).failures, people.secret(second).failures) == (0, 1)


def test_a_badge_issued_anew_counts_its_issue_and_forgets_wrong_tries_of_one_only(story: Storyboard) -> None:
    people = story.store.people
    first, second, _ = [staff.id for staff, _ in people.all_staff()]
    for badge in (first, second):
        people.count_failure(badge)
    assert [people.reissue(first, "$new"), people.reissue(first, "$newer")] == [2, 3]
    assert people.secret(first) == StaffSecret("$newer", 0)
    assert people.secret(second).failures == 1
    assert [issue for _, issue in people.all_staff()] == [3, 1, 1]
    with pytest.raises(LookupError, match="no such member of staff"):
        people.reissue(StaffId(9999), "$new")


def test_a_copy_that_was_lost_is_put_back_and_no_other(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode IN ('B1', 'B2')")
    with story.store.transaction():
        story.store.titles.put_back_in_use(story.copy("B1"))
    assert (story.copy("B1").state, story.copy("B2").state) == (CopyState.IN_USE, CopyState.LOST)


def test_a_library_begins_with_a_key_of_its_own_and_a_row_that_says_so(story: Storyboard) -> None:
    kind, body = journal_rows(story)[0]
    assert (kind, body["demo"]) == ("library_begun", False)
    assert len(bytes.fromhex(body["unit"])) == 16
    assert len(story.library.card_key) == KEY_BYTES
