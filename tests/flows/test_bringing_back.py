"""Bringing back, renewing, and what a power cut leaves."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    AskForCard,
    AskForLoan,
    GoHome,
    Renew,
    StartReturning,
    Wake,
)
from appliance.model import Reason
from appliance.status import (
    Attract,
    AwaitingApproval,
    MyBooks,
    Purpose,
    Returning,
)
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows


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
    refusal = refused_over(story, MyBooks)
    assert refusal is not None
    assert refusal.reasons == (Reason.NO_RENEWAL_LEFT, Reason.RENEWED_TODAY)


def test_scanning_ones_own_book_at_my_books_renews_it(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(days=7))
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
    refusal = refused_over(story, Returning)
    assert refusal is not None
    assert refusal.reasons == (Reason.NOT_ON_LOAN,)


def test_a_lost_book_that_is_scanned_is_found(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE copy SET state = 'lost' WHERE barcode = 'B1'")
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    assert refused_over(story, Returning) is None
    assert story.journal_kinds()[-1] == "found"


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
