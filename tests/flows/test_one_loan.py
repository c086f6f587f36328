"""One loan from the card to the slip, as it is lived at the kiosk."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    Decline,
    GoBack,
    GoHome,
    PrinterChanged,
    SlipFailed,
    SlipPrinted,
    StartReturning,
    TakeBackRequest,
    TakeOut,
    Wake,
)
from appliance.model import PrinterState, Reason
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
    Purpose,
    Returning,
    SlipProgress,
)
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows


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
    story.post(SlipPrinted(approved.request_id))
    assert story.sees(Approved).slip is SlipProgress.PRINTED
    assert [effect.facts.request_id for effect in story.slips] == [approved.request_id]

    story.waits(21)
    story.sees(Home)
    story.touches(StartReturning())
    story.scans("B1")
    assert [line.copy.barcode for line in story.sees(Returning).lines] == ["B1"]
    assert story.borrower_of("B1") is None
    assert story.journal_kinds()[-5:] == ["pin_tried", "signed_in", "approved", "lent", "returned"]
    story.journal_head()


def test_staff_borrow_without_approval(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    story.scans("B1")
    assert not story.sees(Basket).needs_approval
    story.touches(AskForLoan())
    story.sees(Approved)
    assert story.borrower_of("B1") == "Chanthy"


def test_a_reader_at_the_limit_keeps_the_basket(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    for barcode in ("B1", "B2", "B3", "B4"):
        story.scans(barcode)
    basket = story.sees(Basket)
    assert [line.copy.barcode for line in basket.lines] == ["B1", "B2", "B3"]
    refusal = story.status.refusal
    assert refusal is not None
    assert refusal.reasons == (Reason.LIMIT_REACHED,)
    story.touches(GoBack())
    assert refused_over(story, Basket) is None


def test_every_reason_is_told_at_once(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    borrows(story, "Sophea", "B2", "B3", "B4")
    story.passes(timedelta(days=20))
    story.blocks("Sophea", days=3)
    story.scans_card_of("Sophea")
    story.scans("B1")
    refusal = refused_over(story, Basket)
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
    refusal = refused_over(story, Basket)
    assert refusal is not None
    assert refusal.reasons == (Reason.READING_ROOM_ONLY,)


def test_a_reader_takes_a_book_out_of_the_basket_again(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans("B2")
    story.touches(TakeOut(story.copy("B1").id))
    story.touches(TakeOut(story.copy("B1").id))
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B2"]


def test_a_reader_takes_the_request_back_and_the_books_are_free(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.touches(TakeBackRequest())
    story.sees(Basket)
    story.scans_card_of("Sophea")
    story.scans("B1")
    assert refused_over(story, Basket) is None


def test_a_book_that_waits_for_approval_is_not_given_to_another(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.scans_card_of("Sophea")
    story.scans("B1")
    refusal = refused_over(story, Basket)
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
    assert story.store.requests.count_waiting() == 0
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
    story.post(SlipFailed(approved.request_id, PrinterState.NO_PAPER))
    assert story.sees(Approved).slip is SlipProgress.WAITING
    assert story.status.devices.printer is PrinterState.NO_PAPER
    assert story.borrower_of("B1") == "Dara"
