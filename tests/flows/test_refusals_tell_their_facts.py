"""A refusal tells all that stands in the way, each reason with its own date or number, and of which copy."""

from __future__ import annotations

from datetime import timedelta

from appliance.lending.policy import Policy
from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    GoBack,
    GoHome,
    Renew,
    StartReturning,
    Wake,
)
from appliance.model import CopyKind, Objection, ReaderCategory, Reason, Refusal, Rule
from appliance.status import AwaitingApproval, Basket, GuardDesk, MyBooks, Purpose, Returning, TitlePage
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows

ADULT_BOOK = (ReaderCategory.ADULT, CopyKind.BOOK)


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    story.sees(AwaitingApproval)


def approves_all(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))


def test_a_blocked_reader_is_told_until_when(story: Storyboard) -> None:
    story.blocks("Dara", days=3)
    story.scans_card_of("Dara")
    story.scans("B1")
    until = story.library.today + timedelta(days=3)
    assert refused_over(story, Basket) == Refusal(
        (Objection(Reason.READER_BLOCKED, until),), story.copy("B1")
    )


def test_a_reader_at_the_limit_is_told_how_many_they_may_have(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    for barcode in ("B1", "B2", "B3", "B4"):
        story.scans(barcode)
    basket = story.sees(Basket)
    assert [line.copy.barcode for line in basket.lines] == ["B1", "B2", "B3"]
    assert basket.full
    limit = Objection(Reason.LIMIT_REACHED, limit=3)
    assert refused_over(story, Basket) == Refusal((limit,), story.copy("B4"))


def test_a_copy_that_another_has_is_told_with_the_day_it_is_due(story: Storyboard) -> None:
    loan = borrows(story, "Chanthy", "B1").loans[0]
    story.scans_card_of("Dara")
    story.scans("B1")
    on_loan = Objection(Reason.ON_LOAN, loan.due_on)
    assert refused_over(story, Basket) == Refusal((on_loan,), story.copy("B1"))


def test_a_copy_that_another_has_asked_for_is_refused_and_ones_own_request_comes_first(
    story: Storyboard,
) -> None:
    asks(story, "Dara", "B1")
    story.touches(GoHome())
    story.scans_card_of("Sophea")
    story.scans("B1")
    asked = Objection(Reason.ASKED_BY_ANOTHER)
    assert refused_over(story, Basket) == Refusal((asked,), story.copy("B1"))
    story.scans_card_of("Dara")
    assert [copy.barcode for copy in story.sees(AwaitingApproval).request.copies] == ["B1"]


def test_all_that_stands_in_the_way_is_told_at_once_and_in_one_order(story: Storyboard) -> None:
    loan = borrows(story, "Chanthy", "B2").loans[0]
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(days=15))
    story.blocks("Dara", days=1)
    story.scans_card_of("Dara")
    story.scans("B2")
    until = story.library.today + timedelta(days=1)
    assert refused_over(story, Basket) == Refusal(
        (
            Objection(Reason.READER_BLOCKED, until),
            Objection(Reason.OVERDUE_LOANS),
            Objection(Reason.ON_LOAN, loan.due_on),
        ),
        story.copy("B2"),
    )


def test_a_book_nobody_borrowed_is_named_at_the_return(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    not_lent = Objection(Reason.NOT_ON_LOAN)
    assert refused_over(story, Returning) == Refusal((not_lent,), story.copy("B1"))


def test_a_renewal_that_would_change_nothing_is_told_with_its_copy(story: Storyboard) -> None:
    loan = borrows(story, "Dara", "B1").loans[0]
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    before = story.sees(MyBooks)
    story.touches(Renew(loan.id))
    today = Objection(Reason.RENEWED_TODAY)
    assert refused_over(story, MyBooks) == Refusal((today,), story.copy("B1"))
    assert story.sees(MyBooks) == before


def test_a_renewal_of_a_blocked_reader_is_refused_until_the_block_ends(story: Storyboard) -> None:
    loan = borrows(story, "Dara", "B1").loans[0]
    story.touches(GoHome())
    story.passes(timedelta(days=7))
    story.blocks("Dara", days=2)
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    story.touches(Renew(loan.id))
    until = story.library.today + timedelta(days=2)
    assert refused_over(story, MyBooks) == Refusal(
        (Objection(Reason.READER_BLOCKED, until),), story.copy("B1")
    )
    assert not story.sees(MyBooks).lines[0].may_renew


def test_the_guard_cannot_approve_more_than_the_rules_of_now_allow(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2", "B3")
    story.library.policy = Policy({ADULT_BOOK: Rule(14, 2, 1, True)})
    approves_all(story)
    limit = Objection(Reason.LIMIT_REACHED, limit=2)
    assert refused_over(story, GuardDesk) == Refusal((limit,), story.copy("B3"))
    assert [story.borrower_of(barcode) for barcode in ("B1", "B2", "B3")] == [None, None, None]
    story.touches(GoBack())
    assert story.sees(GuardDesk).waiting == 1


def test_a_book_withdrawn_meanwhile_is_named_to_the_guard(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2")
    story.store.connection.execute("UPDATE copy SET state = 'withdrawn' WHERE barcode = 'B2'")
    approves_all(story)
    gone = Objection(Reason.COPY_WITHDRAWN)
    assert refused_over(story, GuardDesk) == Refusal((gone,), story.copy("B2"))


def test_a_title_that_cannot_be_borrowed_asks_for_no_card(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'withdrawn' WHERE barcode = 'B2'")
    borrows(story, "Chanthy", "B1")
    story.touches(GoHome())
    for barcode in ("D1", "B1", "B2"):
        story.scans(barcode)
        page = story.sees(TitlePage)
        assert not page.may_borrow
        story.touches(BorrowThis())
        assert story.sees(TitlePage) == page


def test_an_empty_basket_asks_for_nothing(story: Storyboard) -> None:
    for name in ("Dara", "Chanthy"):
        story.scans_card_of(name)
        before = story.journal_kinds()
        story.touches(AskForLoan())
        assert story.sees(Basket).lines == ()
        assert story.journal_kinds() == before
    assert story.store.connection.execute("SELECT count(*) FROM request").fetchone() == (0,)
