"""Corners: what must hold where two things meet."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    GoBack,
    GoHome,
    OpenTitle,
    Renew,
    SlipPrinted,
    StartReturning,
    StartSearching,
    TypeText,
    Wake,
)
from appliance.model import Language, Reason
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    MyBooks,
    Purpose,
    Returning,
    Searching,
    SlipBooks,
    SlipProgress,
    TitlePage,
)
from tests.flows.refused import refused_over
from tests.flows.slip_codes import code_of
from tests.flows.storyboard import Storyboard, borrows


def at_my_books(story: Storyboard, name: str) -> MyBooks:
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of(name)
    return story.sees(MyBooks)


def test_another_readers_loan_cannot_be_renewed(story: Storyboard) -> None:
    loan = borrows(story, "Dara", "B1").loans[0]
    story.touches(GoHome())
    story.passes(timedelta(days=5))
    story.touches(Wake())
    at_my_books(story, "Sophea")
    story.touches(Renew(loan.id))
    assert story.store.loans.of_copy(story.copy("B1")) == loan


def test_a_language_that_was_touched_stays_when_the_card_comes(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(ChooseLanguage(Language.EN))
    story.touches(AskForCard(Purpose.BORROW))
    story.scans_card_of("Dara")
    assert story.status.language is Language.EN


def test_a_lost_book_that_is_borrowed_is_found(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode = 'B1'")
    borrows(story, "Chanthy", "B1")
    assert story.copy("B1").state == "in_use"
    assert "found" in story.journal_kinds()


def test_a_lost_book_that_comes_back_is_in_use_again(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode = 'B1'")
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    assert story.copy("B1").state == "in_use"


def test_an_unforeseen_touch_is_left_out_and_journalled(story: Storyboard) -> None:
    story.touches(Wake())
    before = story.status
    story.touches(AskForLoan())
    assert story.status == before
    assert story.journal_kinds()[-1] == "unforeseen"


def test_the_slip_of_another_loan_changes_nothing_here(story: Storyboard) -> None:
    approved = borrows(story, "Dara", "B1")
    story.post(SlipPrinted(approved.request_id + 1))
    assert story.sees(Approved).slip is SlipProgress.PRINTING


def test_back_from_a_title_leads_to_the_search_it_came_from(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(StartSearching())
    for letter in "cand":
        story.touches(TypeText(letter))
    search = story.sees(Searching)
    story.touches(OpenTitle(search.hits[0].title.id))
    story.sees(TitlePage)
    story.touches(GoBack())
    assert story.sees(Searching) == search


def test_a_slip_is_no_book_at_the_basket_and_at_the_return(story: Storyboard) -> None:
    code = code_of(story, borrows(story, "Chanthy", "B1").request_id)
    story.scans_card_of("Dara")
    story.scans(code)
    refusal = refused_over(story, Basket)
    assert refusal is not None
    assert refusal.reasons == (Reason.THIS_IS_A_SLIP,)
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans(code)
    assert refused_over(story, Returning) == refusal


def test_the_slip_just_taken_can_be_scanned_at_once(story: Storyboard) -> None:
    story.scans(code_of(story, borrows(story, "Dara", "B1").request_id))
    assert [due.books for due in story.sees(SlipBooks).due] == [1]


def test_a_book_after_a_loan_begins_a_new_basket_of_the_same_reader(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.scans("B2")
    basket = story.sees(Basket)
    assert (basket.reader.name, basket.on_loan, len(basket.lines)) == ("Dara", 1, 1)


def test_the_own_card_after_a_loan_begins_a_new_basket(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.scans_card_of("Dara")
    assert story.sees(Basket).on_loan == 1


def test_an_isbn_stands_for_the_only_copy_and_not_for_one_of_two(story: Storyboard) -> None:
    isbn = "9782070612758"
    story.store.connection.execute("UPDATE title SET isbn = ? WHERE title LIKE 'Le Petit%'", (isbn,))
    story.scans(isbn)
    assert story.sees(TitlePage).scanned == story.copy("B3")
    story.touches(GoHome())
    story.store.connection.execute(
        "INSERT INTO copy (barcode, title_id, kind)"
        " SELECT 'B3b', title_id, kind FROM copy WHERE barcode = 'B3'"
    )
    story.scans(isbn)
    assert story.sees(TitlePage).scanned is None
    story.scans_card_of("Dara")
    story.scans(isbn)
    refusal = refused_over(story, Basket)
    assert refusal is not None
    assert refusal.reasons == (Reason.LIBRARY_LABEL_NEEDED,)


def test_ones_own_book_at_the_basket_is_told_apart_from_anothers(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.scans_card_of("Dara")
    story.scans("B1")
    refusal = refused_over(story, Basket)
    assert refusal is not None
    assert refusal.reasons == (Reason.ALREADY_YOURS,)


def test_a_basket_open_at_midnight_shows_the_new_days_dates(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    due_on = story.sees(Basket).lines[0].due_on
    story.stays(timedelta(days=1))
    basket = story.sees(Basket)
    assert basket.lines[0].due_on == due_on + timedelta(days=1)


def test_a_renewed_loan_is_on_the_page_that_is_shown(story: Storyboard) -> None:
    for barcode in ("B1", "B2", "B3", "B4", "B5"):
        borrows(story, "Vichet", barcode)
        story.touches(GoHome())
    story.passes(timedelta(days=8))
    story.touches(Wake())
    books = at_my_books(story, "Vichet")
    story.touches(Renew(books.lines[0].loan.id))
    renewed = story.sees(MyBooks)
    assert renewed.renewed is not None
    assert renewed.renewed.id in {line.loan.id for line in renewed.lines}


def test_nothing_of_a_reader_is_left_behind_a_refusal(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans("nothing of ours")
    story.sees(AwaitingApproval)
    story.touches(GoHome())
    story.scans("nothing of ours")
    assert story.status.refusal is not None
    story.touches(GoBack())
    assert "Dara" not in repr(story.status)
