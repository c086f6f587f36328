"""Whatever is scanned, on whatever screen: it does what a person expects."""

from __future__ import annotations

from appliance.messages import (
    AskForCard,
    AskForLoan,
    BorrowThis,
    GoBack,
    GoHome,
    StartReturning,
    Touched,
    Wake,
)
from appliance.model import Availability, Language, Reason
from appliance.status import (
    Basket,
    Home,
    Identify,
    Purpose,
    SlipBooks,
    TitlePage,
)
from tests.flows.slip_codes import code_of
from tests.flows.storyboard import Storyboard, borrows


def test_a_double_scan_is_one_loan(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans("B1")
    assert len(story.sees(Basket).lines) == 1


def test_two_touches_on_the_green_button_are_one_request(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    session = story.status.session
    story.post(Touched(session, AskForLoan()))
    story.post(Touched(session, AskForLoan()))
    assert story.store.requests.count_waiting() == 1


def test_a_book_on_the_home_screen_shows_the_book_and_a_card_borrows_it(story: Storyboard) -> None:
    story.scans("B3")
    page = story.sees(TitlePage)
    assert page.title.title == "Le Petit Prince"
    assert page.copies[0].availability is Availability.AVAILABLE
    story.touches(BorrowThis())
    assert story.sees(Identify).held == story.copy("B3")
    story.scans_card_of("Dara")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B3"]


def test_book_then_card_does_what_card_then_book_does(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(AskForCard(Purpose.BORROW))
    story.scans("B1")
    story.scans_card_of("Dara")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]


def test_a_card_always_starts_that_readers_session(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    before = story.status.session
    story.scans_card_of("Sophea")
    basket = story.sees(Basket)
    assert (basket.reader.name, basket.lines) == ("Sophea", ())
    assert story.status.session != before


def test_a_touch_on_an_old_screen_is_ignored(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    old = story.status.session
    story.scans_card_of("Sophea")
    story.scans("B2")
    story.post(Touched(old, AskForLoan()))
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B2"]


def test_the_code_of_a_slip_shows_its_books_and_no_name(story: Storyboard) -> None:
    approved = borrows(story, "Dara", "B1", "B2")
    story.touches(GoHome())
    story.scans(code_of(story, approved.request_id))
    scene = story.sees(SlipBooks)
    assert [due.books for due in scene.due] == [2]
    assert "Dara" not in repr(scene)


def test_a_slip_whose_books_are_all_back_says_so(story: Storyboard) -> None:
    approved = borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    story.touches(GoHome())
    story.scans(code_of(story, approved.request_id))
    assert story.sees(SlipBooks).due == ()


def test_a_slip_that_was_never_printed_is_not_ours(story: Storyboard) -> None:
    story.scans(code_of(story, 4711))
    assert story.status.refusal and story.status.refusal.reasons == (Reason.UNKNOWN_CODE,)


def test_an_unknown_code_gets_a_clear_refusal_and_a_way_back(story: Storyboard) -> None:
    story.touches(Wake())
    story.scans("4006381333931")
    assert story.status.refusal and story.status.refusal.reasons == (Reason.UNKNOWN_CODE,)
    story.touches(GoBack())
    story.sees(Home)


def test_a_made_up_card_opens_nothing(story: Storyboard) -> None:
    genuine = story.card_of("Dara")
    story.scans(genuine[:-1] + ("A" if genuine[-1] != "A" else "B"))
    assert story.status.refusal and story.status.refusal.reasons == (Reason.UNKNOWN_CARD,)


def test_a_newly_issued_card_kills_the_old_one(story: Storyboard) -> None:
    old = story.card_of("Dara")
    story.store.connection.execute("UPDATE reader SET issue = 2 WHERE name = 'Dara'")
    story.scans(old)
    assert story.status.refusal and story.status.refusal.reasons == (Reason.UNKNOWN_CARD,)


def test_the_kiosk_speaks_the_readers_language_and_then_khmer_again(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE reader SET language = 'fr' WHERE name = 'Dara'")
    story.scans_card_of("Dara")
    assert story.status.language is Language.FR
    story.touches(GoHome())
    assert story.status.language is Language.KM
