"""Where a copy is, as the guard sees it and as its title's page tells."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.messages import AskForLoan, BorrowThis, GoHome, PrintAgain, SlipPrinted, TurnPage
from appliance.model import Availability, CopyLine, CopyState
from appliance.status import (
    AwaitingApproval,
    Basket,
    GuardDesk,
    Identify,
    Purpose,
    SlipProgress,
    TitlePage,
    Whereabouts,
)
from tests.flows.storyboard import Storyboard, borrows


def guard_scans(story: Storyboard, barcode: str) -> Whereabouts:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.scans(barcode)
    found = story.sees(GuardDesk).whereabouts
    assert found is not None
    return found


def is_now(story: Storyboard, barcode: str, state: CopyState) -> None:
    story.store.connection.execute("UPDATE copy SET state = ? WHERE barcode = ?", (state, barcode))


@pytest.mark.parametrize(
    ("barcode", "state", "is_it"),
    [
        ("B1", CopyState.IN_USE, Availability.AVAILABLE),
        ("D1", CopyState.IN_USE, Availability.READING_ROOM),
        ("B1", CopyState.LOST, Availability.AVAILABLE),  # in the hand it is found
        ("B1", CopyState.WITHDRAWN, Availability.ABSENT),
    ],
)
def test_the_guard_sees_what_can_be_expected_of_a_copy_that_nobody_has(
    story: Storyboard, barcode: str, state: CopyState, is_it: Availability
) -> None:
    is_now(story, barcode, state)
    assert guard_scans(story, barcode) == Whereabouts(story.copy(barcode), is_it)


def test_the_guard_sees_the_loan_and_whose_it_is(story: Storyboard) -> None:
    loan = borrows(story, "Chanthy", "B1").loans[0]
    assert guard_scans(story, "B1") == Whereabouts(
        story.copy("B1"), Availability.ON_LOAN, loan, story.reader("Chanthy")
    )


def test_the_guard_sees_whose_request_keeps_a_copy(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)
    assert guard_scans(story, "B1") == Whereabouts(
        story.copy("B1"), Availability.ASKED_FOR, None, story.reader("Dara")
    )


def test_turning_the_page_of_requests_puts_the_copy_away(story: Storyboard) -> None:
    guard_scans(story, "B1")
    story.touches(TurnPage(0))
    assert story.sees(GuardDesk).whereabouts is None


def test_there_is_no_slip_to_print_of_a_copy_that_nobody_has(story: Storyboard) -> None:
    guard_scans(story, "B2")
    before = story.sees(GuardDesk)
    story.touches(PrintAgain())
    assert story.sees(GuardDesk) == before
    assert story.slips == []


def test_with_nothing_scanned_there_is_no_slip_to_print(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    before = story.sees(GuardDesk)
    story.touches(PrintAgain())
    assert story.sees(GuardDesk) == before


def test_the_guard_sees_how_far_the_slip_has_come(story: Storyboard) -> None:
    number = borrows(story, "Chanthy", "B1").request_id
    story.post(SlipPrinted(number))
    guard_scans(story, "B1")
    story.touches(PrintAgain())
    at = story.sees(GuardDesk).whereabouts
    assert at is not None
    assert at.slip is SlipProgress.PRINTING
    story.post(SlipPrinted(number, 2))
    at = story.sees(GuardDesk).whereabouts
    assert at is not None
    assert at.slip is SlipProgress.PRINTED
    assert [slip.facts.print for slip in story.slips] == [1, 2]


def test_the_slip_of_another_loan_changes_nothing_of_what_the_guard_looks_at(story: Storyboard) -> None:
    number = borrows(story, "Chanthy", "B1").request_id
    for barcode in ("B2", "B1"):
        story.touches(GoHome())
        before = guard_scans(story, barcode)
        story.post(SlipPrinted(number if barcode == "B2" else number + 1))
        assert story.sees(GuardDesk).whereabouts == before


def test_a_lost_book_in_the_hand_is_here_and_can_be_borrowed(story: Storyboard) -> None:
    is_now(story, "B1", CopyState.LOST)
    story.scans("B1")
    page = story.sees(TitlePage)
    assert page.copies == (CopyLine(story.copy("B1"), Availability.AVAILABLE),)
    assert page.may_borrow
    story.touches(BorrowThis())
    assert story.sees(Identify) == Identify(Purpose.BORROW, story.copy("B1"))
    story.scans_card_of("Dara")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]


def test_a_lost_copy_beside_the_one_in_the_hand_stays_absent(story: Storyboard) -> None:
    story.store.connection.execute(
        "INSERT INTO copy (barcode, title_id, kind, state)"
        " SELECT 'B1b', title_id, kind, 'lost' FROM copy WHERE barcode = 'B1'"
    )
    story.scans("B1")
    lines = {line.copy.barcode: line.availability for line in story.sees(TitlePage).copies}
    assert lines == {"B1": Availability.AVAILABLE, "B1b": Availability.ABSENT}


def test_a_copy_on_loan_is_shown_with_the_day_it_is_due(story: Storyboard) -> None:
    loan = borrows(story, "Chanthy", "B1").loans[0]
    story.touches(GoHome())
    story.passes(timedelta(days=1))
    story.scans("B1")
    page = story.sees(TitlePage)
    assert page.copies == (CopyLine(story.copy("B1"), Availability.ON_LOAN, loan.due_on),)
    assert not page.may_borrow
