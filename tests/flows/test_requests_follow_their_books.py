"""A request does not outlive its book, and nobody keeps a title or the shelf by asking again and again."""

from __future__ import annotations

from datetime import timedelta

from appliance.lending.policy import Policy
from appliance.messages import AskForLoan, GoHome, StartReturning, TakeBackRequest, Wake
from appliance.model import CopyKind, LineEnd, ReaderCategory, Reason, Rule
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    GuardDesk,
    RequestNews,
    Returning,
)
from tests.flows.computer import Computer
from tests.flows.journal_rows import journal_rows
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    return story.sees(GuardDesk)


def is_put_back(story: Storyboard, barcode: str) -> None:
    """Scanned at the return, which says that it goes back to its shelf."""
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans(barcode)
    refusal = refused_over(story, Returning)
    assert refusal is not None
    assert refusal.reasons == (Reason.NOT_ON_LOAN,)


def refused_reasons(story: Storyboard) -> tuple[Reason, ...]:
    refusal = refused_over(story, Basket)
    return refusal.reasons if refusal else ()


def goes_by(story: Storyboard, **span: float) -> None:
    story.touches(GoHome())
    story.passes(timedelta(**span))
    story.touches(Wake())


def test_a_book_put_back_is_owed_by_nobody_hours_later(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    is_put_back(story, "B1")
    goes_by(story, hours=6)
    assert signs_in(story).requests == ()
    assert story.borrower_of("B1") is None
    story.scans_card_of("Dara")
    assert [(line.copy.barcode, line.why) for line in story.sees(RequestNews).lines] == [
        ("B1", LineEnd.PUT_BACK)
    ]
    kinds = [kind for kind, _ in journal_rows(story)]
    assert kinds.index("line_ended") < kinds.index("taken_back")


def test_the_other_books_of_the_request_still_wait_and_the_guard_sees_which_does_not(
    story: Storyboard,
) -> None:
    asks(story, "Dara", "B1", "B2")
    is_put_back(story, "B1")
    request = signs_in(story).requests[0]
    assert [copy.barcode for copy in request.copies] == ["B2"]
    assert [(line.copy.barcode, line.why) for line in request.ended] == [("B1", LineEnd.PUT_BACK)]
    story.scans_card_of("Dara")
    story.sees(RequestNews)
    story.scans_card_of("Dara")
    assert [copy.barcode for copy in story.sees(AwaitingApproval).request.copies] == ["B2"]


def test_a_book_put_back_is_there_for_the_next(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    is_put_back(story, "B1")
    asks(story, "Sophea", "B1")
    story.sees(AwaitingApproval)


def test_who_put_a_book_back_may_ask_for_it_again(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    is_put_back(story, "B1")
    story.scans_card_of("Dara")
    story.sees(RequestNews)
    story.scans("B1")
    assert refused_reasons(story) == ()


def test_a_title_whose_request_came_to_nothing_is_there_for_others_first(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    goes_by(story, hours=13)
    story.scans_card_of("Dara")
    story.sees(RequestNews)
    story.scans("B1")
    refusal = refused_over(story, Basket)
    assert refusal is not None
    assert [(one.reason, one.until) for one in refusal.objections] == [
        (Reason.ASKED_LATELY, story.library.today + timedelta(days=2))
    ]
    story.scans("B2")
    assert len(story.sees(Basket).lines) == 1
    asks(story, "Sophea", "B1")
    story.sees(AwaitingApproval)


def test_after_two_days_it_may_be_asked_for_again(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    goes_by(story, hours=13)
    story.scans_card_of("Dara")
    goes_by(story, days=2)
    asks(story, "Dara", "B1")
    story.sees(AwaitingApproval)


def test_a_title_is_not_kept_by_taking_the_request_back_in_time(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    goes_by(story, hours=11)
    story.scans_card_of("Dara")
    story.touches(TakeBackRequest())
    story.scans("B1")
    assert refused_reasons(story) == (Reason.ASKED_LATELY,)


def test_who_changes_their_mind_at_once_may_ask_again_at_once(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    story.touches(TakeBackRequest())
    story.scans("B1")
    assert refused_reasons(story) == ()


def test_one_copy_of_a_title_is_enough(story: Storyboard) -> None:
    story.store.connection.execute(
        "INSERT INTO copy (barcode, title_id, kind)"
        " SELECT 'B1b', title_id, kind FROM copy WHERE barcode = 'B1'"
    )
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans("B1b")
    assert refused_reasons(story) == (Reason.SAME_TITLE,)
    assert len(story.sees(Basket).lines) == 1
    story.touches(GoHome())
    borrows(story, "Sophea", "B1")
    story.scans_card_of("Sophea")
    story.scans("B1b")
    assert refused_reasons(story) == (Reason.SAME_TITLE,)


def test_without_approval_everything_is_looked_at_again_when_it_is_lent(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1")
    story.passes(timedelta(days=30))
    story.scans_card_of("Chanthy")
    story.scans("B2")
    story.stays(timedelta(days=1))
    before = story.sees(Basket)
    story.touches(AskForLoan())
    assert refused_reasons(story) == (Reason.OVERDUE_LOANS,)
    assert story.sees(Basket) == before
    assert story.borrower_of("B2") is None


def test_a_limit_that_was_lowered_counts_for_the_basket_that_is_open(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    for barcode in ("B1", "B2"):
        story.scans(barcode)
    staff_book = (ReaderCategory.STAFF, CopyKind.BOOK)
    story.library.policy = Policy({staff_book: Rule(30, 1, 2, False)})
    story.touches(AskForLoan())
    assert refused_reasons(story) == (Reason.LIMIT_REACHED,)
    story.library.policy = Policy({staff_book: Rule(30, 2, 2, False)})
    story.touches(AskForLoan())
    assert len(story.sees(Approved).loans) == 2


def test_the_news_are_forgotten_once_told_and_cooled(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    goes_by(story, hours=13)
    story.scans_card_of("Dara")
    goes_by(story, days=3)
    story.scans_card_of("Dara")
    kept = "SELECT count(*) FROM request WHERE untold = 1 OR cools_until IS NOT NULL"
    assert list(story.store.connection.execute(kept)) == [(0,)]


def test_a_weekend_switched_off_counts_for_a_request(story: Storyboard) -> None:
    computer = Computer(story)
    asks(story, "Dara", "B1")
    computer.is_off_for(timedelta(hours=63))
    assert signs_in(story).requests == ()
    story.scans_card_of("Dara")
    assert [line.why for line in story.sees(RequestNews).lines] == [LineEnd.LAPSED]
