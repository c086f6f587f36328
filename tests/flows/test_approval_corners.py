"""Approval, where two people or two moments meet."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest

from appliance.lending.policy import Policy
from appliance.messages import (
    Approve,
    AskForLoan,
    BorrowThis,
    GoHome,
    TakeBackRequest,
    TurnPage,
)
from appliance.model import CopyKind, Language, ReaderCategory, Reason, RequestId, Rule
from appliance.status import (
    Approved,
    GuardDesk,
    Home,
)
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    return story.sees(GuardDesk)


def test_the_request_of_one_is_never_shown_to_the_next(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.scans("R000001AAAAAA")
    story.touches(GoHome())
    story.scans("B2")
    story.touches(BorrowThis())
    story.scans_card_of("Sophea")
    desk = signs_in(story)
    story.touches(Approve(desk.requests[0].id))
    story.sees(GuardDesk)
    assert story.borrower_of("B1") == "Dara"


def test_approval_looks_at_everything_again(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.blocks("Dara", days=2)
    desk = signs_in(story)
    story.touches(Approve(desk.requests[0].id))
    refusal = refused_over(story, GuardDesk)
    assert refusal is not None
    assert refusal.reasons == (Reason.READER_BLOCKED,)
    assert story.borrower_of("B1") is None


@pytest.mark.parametrize("in_order", list(permutations(["T1", "B5", "B4", "P1"], 4))[::5])
def test_a_mixed_basket_is_lent_in_whatever_order_it_was_scanned(
    story: Storyboard, in_order: tuple[str, ...]
) -> None:
    """Three books and three textbooks at most, and four of all kinds together."""
    adult = ReaderCategory.ADULT
    story.library.policy = Policy(
        {
            (adult, CopyKind.BOOK): Rule(14, 3, 1, True),
            (adult, CopyKind.PICTURE_BOOK): Rule(14, 4, 1, True),
            (adult, CopyKind.TEXTBOOK): Rule(14, 3, 1, True),
        }
    )
    asks(story, "Dara", *in_order)
    desk = signs_in(story)
    assert [copy.barcode for copy in desk.requests[0].copies] == list(in_order)
    story.touches(Approve(desk.requests[0].id))
    assert [loan.copy.barcode for loan in story.sees(Approved).loans] == list(in_order)


def test_a_request_decided_meanwhile_is_told(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    signs_in(story)
    story.touches(Approve(RequestId(999)))
    refusal = refused_over(story, GuardDesk)
    assert refusal is not None
    assert refusal.reasons == (Reason.NOT_WAITING,)


def test_a_request_that_lapses_leaves_the_screen_and_is_journalled_once(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.stays(timedelta(hours=13))
    story.sees(Home)
    story.touches(TakeBackRequest())
    assert story.journal_kinds().count("lapsed") == 1
    assert "taken_back" not in story.journal_kinds()


def test_a_lapsed_request_leaves_the_guards_desk_too(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(hours=11, minutes=58))
    assert signs_in(story).waiting == 1
    story.stays(timedelta(minutes=4))
    assert story.sees(GuardDesk).requests == ()


def test_requests_are_shown_two_by_two_and_the_one_here_first(story: Storyboard) -> None:
    for name, barcode in (("Dara", "B1"), ("Sophea", "B2"), ("Vichet", "B3")):
        asks(story, name, barcode)
    desk = signs_in(story)
    assert [request.reader.name for request in desk.requests] == ["Vichet", "Dara"]
    assert (desk.waiting, desk.pages) == (3, 2)
    story.touches(TurnPage(1))
    assert [request.reader.name for request in story.sees(GuardDesk).requests] == ["Sophea"]


def test_after_the_guard_the_screen_speaks_to_the_reader_again(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE staff SET language = 'fr'")
    asks(story, "Dara", "B1")
    desk = signs_in(story)
    assert story.status.language is Language.FR
    story.touches(Approve(desk.requests[0].id))
    assert story.status.language is Language.KM
