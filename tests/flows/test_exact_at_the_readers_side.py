"""What readers are shown, exactly: the basket, their books, what they bring back."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    AskForCard,
    AskForLoan,
    GoHome,
    StartReturning,
    TakeBackRequest,
    TakeOut,
    TurnPage,
    Wake,
)
from appliance.model import Reason
from appliance.status import (
    AwaitingApproval,
    Basket,
    BasketLine,
    GuardDesk,
    Identify,
    MyBooks,
    Purpose,
    Returning,
    TitlePage,
)
from tests.flows.journal_rows import row_of
from tests.flows.storyboard import Storyboard, borrows


def asks(story: Storyboard, name: str, *barcodes: str) -> AwaitingApproval:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    return story.sees(AwaitingApproval)


def signs_in(story: Storyboard, name: str = "Guard Rith") -> None:
    story.scans_badge_of(name)
    story.types_pin()


def my_books(story: Storyboard, name: str) -> MyBooks:
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of(name)
    return story.sees(MyBooks)


def test_the_basket_counts_dates_places_and_who_must_say_yes(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    assert story.sees(Basket) == Basket(story.reader("Dara"), (), 0, 3, needs_approval=False)
    story.scans("P1")
    in_a_week = story.library.today + timedelta(days=7)
    line = BasketLine(story.copy("P1"), in_a_week, needs_approval=True)
    assert story.sees(Basket) == Basket(story.reader("Dara"), (line,), 0, 3, needs_approval=True)
    story.scans("P1")
    assert story.sees(Basket).lines == (line,)
    story.scans("B1")
    story.scans("B2")
    assert story.sees(Basket).full
    story.touches(TakeOut(story.copy("B1").id))
    basket = story.sees(Basket)
    assert [line.copy.barcode for line in basket.lines] == ["P1", "B2"]
    assert not basket.full
    for barcode in ("P1", "B2"):
        story.touches(TakeOut(story.copy(barcode).id))
    assert story.sees(Basket) == Basket(story.reader("Dara"), (), 0, 3, needs_approval=False)


def test_nothing_can_be_borrowed_out_of_an_empty_basket(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    before, told = story.sees(Basket), story.journal_kinds()
    story.touches(AskForLoan())
    assert story.sees(Basket) == before
    assert story.journal_kinds() == told
    assert story.slips == []
    assert row_of(story, "SELECT count(*) FROM request") == (0,)


def test_a_basket_that_was_emptied_again_asks_for_nothing(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    (line,) = story.sees(Basket).lines
    story.touches(TakeOut(line.copy.id))
    story.touches(AskForLoan())
    assert story.sees(Basket).lines == ()
    assert row_of(story, "SELECT count(*) FROM request") == (0,)


def test_a_request_taken_back_leaves_an_empty_basket_and_nothing_for_the_guard(story: Storyboard) -> None:
    asks(story, "Dara", "B1", "B2")
    story.touches(TakeBackRequest())
    assert story.sees(Basket).lines == ()
    story.scans("B1")
    assert len(story.sees(Basket).lines) == 1
    story.touches(GoHome())
    signs_in(story)
    assert story.sees(GuardDesk).waiting == 0


def test_a_book_before_the_card_waits_for_it_and_the_last_one_is_meant(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    for barcode in ("B1", "B2"):
        story.scans(barcode)
        assert story.sees(Identify) == Identify(Purpose.BORROW, story.copy(barcode))
    story.scans_card_of("Dara")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B2"]


def test_another_readers_card_takes_the_turn_and_the_same_changes_nothing(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    before = story.status
    story.scans_card_of("Dara")
    assert story.status == before
    story.scans_card_of("Sophea")
    assert (story.sees(Basket).reader.name, story.sees(Basket).lines) == ("Sophea", ())
    assert story.status.session != before.session


def test_returned_books_are_listed_newest_first_with_the_days_they_were_late(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode = 'B3'")
    for barcode in ("B1", "B2"):
        borrows(story, "Dara", barcode)
        story.touches(GoHome())
        story.passes(timedelta(days=4))
    story.passes(timedelta(days=10))
    story.touches(Wake())
    story.touches(StartReturning())
    for barcode in ("B1", "B2", "B3", "B1"):
        story.scans(barcode)
    lines = story.sees(Returning).lines
    assert [(line.copy.barcode, line.days_late) for line in lines] == [("B3", 0), ("B2", 0), ("B1", 4)]


def test_my_books_come_in_pages_of_four_the_next_due_first(story: Storyboard) -> None:
    borrows(story, "Vichet", "T1")
    story.touches(GoHome())
    borrows(story, "Vichet", "B1", "B2", "B3", "P1")
    first = my_books(story, "Vichet")
    assert (first.page, first.pages, first.renewed, first.asked) == (0, 2, None, ())
    assert [line.loan.copy.barcode for line in first.lines] == ["B1", "B2", "B3", "P1"]
    assert [line.days_left for line in first.lines] == [14, 14, 14, 14]
    assert [line.renewals_left for line in first.lines] == [2, 2, 2, 2]
    for page, shown in ((1, ["T1"]), (7, ["T1"]), (-1, ["B1", "B2", "B3", "P1"])):
        story.touches(TurnPage(page))
        assert [line.loan.copy.barcode for line in story.sees(MyBooks).lines] == shown


def test_with_nothing_borrowed_my_books_are_one_empty_page_and_tell_what_was_asked_for(
    story: Storyboard,
) -> None:
    assert my_books(story, "Dara") == MyBooks(story.reader("Dara"), (), (), 0, 1)
    request = asks(story, "Dara", "B1").request
    assert my_books(story, "Dara") == MyBooks(story.reader("Dara"), (), request.copies, 0, 1)


def test_two_codes_read_as_one_are_told_apart_from_one_that_nobody_knows(story: Storyboard) -> None:
    for code, reason in (
        ("B1B2", Reason.TWO_CODES_AT_ONCE),
        ("B1X9", Reason.UNKNOWN_CODE),
        ("X9B1", Reason.UNKNOWN_CODE),
    ):
        story.scans(code)
        assert story.status.refusal is not None
        assert story.status.refusal.reasons == (reason,)
    story.scans("B2")
    assert story.status.refusal is None
    assert story.sees(TitlePage).scanned == story.copy("B2")
