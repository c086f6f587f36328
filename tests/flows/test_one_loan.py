"""One loan from the card to the shelf, as it is lived at the kiosk."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    Decline,
    GoBack,
    GoHome,
    PrinterChanged,
    Renew,
    SlipFailed,
    SlipPrinted,
    StartReturning,
    TakeBackRequest,
    TakeOut,
    Touched,
    Wake,
)
from appliance.model import Availability, Language, PrinterState, Reason
from appliance.paper.codes import slip_code
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    Declined,
    GuardDesk,
    GuardSignIn,
    Home,
    Identify,
    MyBooks,
    Purpose,
    Refused,
    Returning,
    SlipBooks,
    SlipProgress,
    TitlePage,
)
from tests.flows.storyboard import Storyboard


def borrows(story: Storyboard, name: str, *barcodes: str) -> Approved:
    """The whole way, for tests that begin after it."""
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    if isinstance(story.status.scene, AwaitingApproval):
        story.scans_badge_of("Guard Rith")
        story.types_pin()
        story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    return story.sees(Approved)


def test_a_reader_borrows_a_guard_approves_a_slip_comes_and_the_book_comes_back(story: Storyboard) -> None:
    story.sees(Attract)
    story.touches(Wake())
    story.sees(Home)
    story.touches(AskForCard(Purpose.BORROW))
    story.sees(Identify)

    story.scans_card_of("Dara")
    assert story.sees(Basket).reader.name == "Dara"
    story.scans("B1")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]
    story.touches(AskForLoan())
    assert story.sees(AwaitingApproval).request.reader.name == "Dara"
    assert story.borrower_of("B1") is None

    story.scans_badge_of("Guard Rith")
    story.sees(GuardSignIn)
    story.types_pin()
    desk = story.sees(GuardDesk)
    story.touches(Approve(desk.requests[0].id))

    approved = story.sees(Approved)
    assert story.borrower_of("B1") == "Dara"
    assert approved.loans[0].due_on == story.library.today + timedelta(days=14)
    assert approved.slip is SlipProgress.PRINTING
    story.post(SlipPrinted(approved.slip_number))
    assert story.sees(Approved).slip is SlipProgress.PRINTED
    assert [effect.facts.number for effect in story.slips] == [approved.slip_number]

    story.waits(21)
    story.sees(Home)
    story.touches(StartReturning())
    story.scans("B1")
    assert [line.copy.barcode for line in story.sees(Returning).lines] == ["B1"]
    assert story.borrower_of("B1") is None
    assert story.journal_kinds()[-5:] == ["asked", "signed_in", "approved", "lent", "returned"]
    story.journal_head()


def test_staff_borrow_without_approval(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    story.scans("B1")
    assert not story.sees(Basket).needs_approval
    story.touches(AskForLoan())
    story.sees(Approved)
    assert story.borrower_of("B1") == "Chanthy"


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
    assert len(story.memory.requests.all_waiting()) == 1


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


def test_a_reader_at_the_limit_keeps_the_basket(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    for barcode in ("B1", "B2", "B3", "B4"):
        story.scans(barcode)
    basket = story.sees(Basket)
    assert [line.copy.barcode for line in basket.lines] == ["B1", "B2", "B3"]
    assert basket.refusal is not None
    assert basket.refusal.reasons == (Reason.LIMIT_REACHED,)
    story.touches(GoBack())
    assert story.sees(Basket).refusal is None


def test_every_reason_is_told_at_once(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    borrows(story, "Sophea", "B2", "B3", "B4")
    story.passes(timedelta(days=20))
    story.blocks("Sophea", days=3)
    story.scans_card_of("Sophea")
    story.scans("B1")
    refusal = story.sees(Basket).refusal
    assert refusal is not None
    assert refusal.reasons == (
        Reason.READER_BLOCKED,
        Reason.OVERDUE_LOANS,
        Reason.LIMIT_REACHED,
        Reason.ON_LOAN,
    )


def test_no_rule_means_no_and_a_reference_book_stays_in_the_room(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("D1")
    refusal = story.sees(Basket).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.READING_ROOM_ONLY,)


def test_a_reader_takes_a_book_out_of_the_basket_again(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans("B2")
    story.touches(TakeOut(0))
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B2"]


def test_a_reader_takes_the_request_back_and_the_books_are_free(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.touches(TakeBackRequest())
    story.sees(Basket)
    story.scans_card_of("Sophea")
    story.scans("B1")
    assert story.sees(Basket).refusal is None


def test_a_book_that_waits_for_approval_is_not_given_to_another(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans_card_of("Sophea")
    story.scans("B1")
    refusal = story.sees(Basket).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.ASKED_BY_ANOTHER,)


def test_a_request_outlives_the_screen_and_the_guard_decides_it_later(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.waits(121)
    story.sees(Home)
    story.scans_badge_of("Librarian Mony")
    story.types_pin()
    desk = story.sees(GuardDesk)
    assert desk.waiting == 1
    story.touches(Approve(desk.requests[0].id))
    desk = story.sees(GuardDesk)
    assert (desk.waiting, desk.decided) == (0, 1)
    assert story.borrower_of("B1") == "Dara"
    assert len(story.slips) == 1


def test_a_reader_with_a_waiting_request_does_not_ask_twice(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.touches(GoHome())
    story.scans_card_of("Dara")
    assert story.sees(AwaitingApproval).request.copies[0].barcode == "B1"


def test_a_request_nobody_decides_lapses_and_the_book_is_free(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.passes(timedelta(hours=13))
    assert story.memory.requests.all_waiting() == ()
    assert story.journal_kinds()[-1] == "lapsed"


def test_the_guard_says_no(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.touches(Decline(story.sees(GuardDesk).requests[0].id))
    assert story.sees(Declined).request.reader.name == "Dara"
    assert story.borrower_of("B1") is None
    assert story.slips == []


def test_a_broken_printer_never_delays_or_undoes_a_loan(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    approved = borrows(story, "Dara", "B1")
    assert story.borrower_of("B1") == "Dara"
    story.post(SlipFailed(approved.slip_number, PrinterState.NO_PAPER))
    assert story.sees(Approved).slip is SlipProgress.FAILED
    assert story.status.devices.printer is PrinterState.NO_PAPER
    assert story.borrower_of("B1") == "Dara"


def test_a_reader_sees_and_renews_his_books_until_no_renewal_is_left(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(days=10))
    story.touches(Wake()) if isinstance(story.status.scene, Attract) else None
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    line = story.sees(MyBooks).lines[0]
    assert (line.days_left, line.renewals_left) == (4, 1)
    story.touches(Renew(line.loan.id))
    renewed = story.sees(MyBooks)
    assert renewed.renewed is not None
    assert (renewed.lines[0].days_left, renewed.lines[0].renewals_left) == (14, 0)
    story.touches(Renew(line.loan.id))
    refusal = story.sees(MyBooks).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.NO_RENEWAL_LEFT, Reason.RENEWED_TODAY)


def test_scanning_ones_own_book_at_my_books_renews_it(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(days=3))
    story.touches(Wake()) if isinstance(story.status.scene, Attract) else None
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    story.scans("B1")
    assert story.sees(MyBooks).lines[0].days_left == 14


def test_a_late_book_comes_back_without_shame_or_name(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.passes(timedelta(days=17))
    story.touches(Wake()) if isinstance(story.status.scene, Attract) else None
    story.touches(StartReturning())
    story.scans("B1")
    scene = story.sees(Returning)
    assert scene.lines[0].days_late == 3
    assert "Dara" not in repr(scene)


def test_a_book_nobody_borrowed_is_only_told_so_at_return(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    refusal = story.sees(Returning).refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.NOT_ON_LOAN,)


def test_a_lost_book_that_is_scanned_is_found(story: Storyboard) -> None:
    story.memory.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode = 'B1'")
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    assert story.sees(Returning).refusal is None
    assert story.journal_kinds()[-1] == "found"


def test_the_code_of_a_slip_shows_its_books_and_no_name(story: Storyboard) -> None:
    approved = borrows(story, "Dara", "B1", "B2")
    story.touches(GoHome())
    story.scans(slip_code(approved.slip_number))
    scene = story.sees(SlipBooks)
    assert [line.loan.copy.barcode for line in scene.lines] == ["B1", "B2"]
    assert "Dara" not in repr(scene)


def test_an_unknown_code_gets_a_clear_refusal_and_a_way_back(story: Storyboard) -> None:
    story.touches(Wake())
    story.scans("4006381333931")
    assert story.sees(Refused).refusal.reasons == (Reason.UNKNOWN_CODE,)
    story.touches(GoBack())
    story.sees(Home)


def test_a_made_up_card_opens_nothing(story: Storyboard) -> None:
    genuine = story.card_of("Dara")
    story.scans(genuine[:-1] + ("A" if genuine[-1] != "A" else "B"))
    assert story.sees(Refused).refusal.reasons == (Reason.UNKNOWN_CARD,)


def test_a_newly_issued_card_kills_the_old_one(story: Storyboard) -> None:
    old = story.card_of("Dara")
    story.memory.connection.execute("UPDATE reader SET issue = 2 WHERE name = 'Dara'")
    story.scans(old)
    assert story.sees(Refused).refusal.reasons == (Reason.UNKNOWN_CARD,)


def test_the_kiosk_speaks_the_readers_language_and_then_khmer_again(story: Storyboard) -> None:
    story.memory.connection.execute("UPDATE reader SET language = 'fr' WHERE name = 'Dara'")
    story.scans_card_of("Dara")
    assert story.status.language is Language.FR
    story.touches(GoHome())
    assert story.status.language is Language.KM


def test_a_confirmed_loan_is_there_after_the_power_comes_back(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.power_is_cut()
    story.sees(Attract)
    assert story.borrower_of("B1") == "Dara"
    story.journal_head()


def test_a_waiting_request_is_there_after_the_power_comes_back(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.power_is_cut()
    story.scans_card_of("Dara")
    assert story.sees(AwaitingApproval).request.copies[0].barcode == "B1"
