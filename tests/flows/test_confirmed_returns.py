"""Where a site wants returns confirmed, a scanned label is a claim; staff or the next reader proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from appliance.messages import Approve, AskForCard, AskForLoan, GoHome, Renew, StartReturning, Wake
from appliance.model import Availability, Reason, Returns
from appliance.model.speech import Cue, Phrase
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    GuardDesk,
    MyBooks,
    Purpose,
    Returning,
    SlipBooks,
    TitlePage,
)
from tests.flows.hearing import heard, last
from tests.flows.journal_rows import journal_rows
from tests.flows.refused import refused_over
from tests.flows.slip_codes import code_of
from tests.flows.storyboard import Storyboard, borrows


@pytest.fixture
def unwatched(story: Storyboard) -> Storyboard:
    story.library.policy = replace(story.library.policy, returns=Returns.CONFIRMED)
    return story


def brings_back(story: Storyboard, *barcodes: str) -> Returning:
    story.touches(GoHome())
    story.touches(StartReturning())
    for barcode in barcodes:
        story.scans(barcode)
    return story.sees(Returning)


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of("Librarian Mony")
    story.types_pin()
    return story.sees(GuardDesk)


def test_photographs_of_three_labels_do_not_get_three_more_books(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1", "B2", "B3")
    brings_back(unwatched, "B1", "B2", "B3")
    unwatched.scans_card_of("Dara")
    unwatched.scans("B4")
    refusal = refused_over(unwatched, Basket)
    assert refusal is not None
    assert refusal.reasons == (Reason.LIMIT_REACHED, Reason.BROUGHT_BACK)
    assert len(unwatched.store.loans.of_reader(unwatched.reader("Dara").id)) == 3


def test_the_reader_is_told_that_the_book_is_counted_until_staff_has_it(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    unwatched.touches(GoHome())
    unwatched.touches(StartReturning())
    heard(unwatched)
    unwatched.scans("B1")
    line = unwatched.sees(Returning).lines[0]
    assert (line.to_be_shelved, line.days_late) == (True, 0)
    assert last(unwatched) == (Cue.DONE, (Phrase.TO_BE_SHELVED,))


def test_one_scan_by_staff_confirms_and_frees_the_place(unwatched: Storyboard) -> None:
    loans = borrows(unwatched, "Dara", "B1", "B2", "B3").loans
    brings_back(unwatched, "B1", "B2")
    assert signs_in(unwatched).to_shelve == 2
    heard(unwatched)
    unwatched.scans("B1")
    desk = unwatched.sees(GuardDesk)
    assert desk.whereabouts is not None
    assert (desk.whereabouts.shelved, desk.whereabouts.availability) == (True, Availability.AVAILABLE)
    assert desk.to_shelve == 1
    assert last(unwatched) == (Cue.DONE, (Phrase.SHELVED,))
    librarian = desk.staff.id
    assert journal_rows(unwatched)[-1] == ("shelved", {"loan": loans[0].id, "staff": librarian})
    unwatched.scans_card_of("Dara")
    assert unwatched.sees(Basket).on_loan == 2


def test_a_book_in_the_box_that_nobody_scanned_is_only_located(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    signs_in(unwatched)
    unwatched.scans("B1")
    assert unwatched.borrower_of("B1") == "Dara"


def test_an_isbn_at_the_desk_confirms_nothing(unwatched: Storyboard) -> None:
    isbn = "9782070612758"
    unwatched.store.connection.execute("UPDATE title SET isbn = ? WHERE title LIKE 'Le Petit%'", (isbn,))
    borrows(unwatched, "Dara", "B3")
    brings_back(unwatched, "B3")
    signs_in(unwatched)
    unwatched.scans(isbn)
    at = unwatched.sees(GuardDesk).whereabouts
    assert at is not None
    assert (at.shelved, at.availability) == (False, Availability.TO_BE_SHELVED)
    assert unwatched.borrower_of("B3") == "Dara"


def test_nothing_is_held_against_who_brought_it_in_time(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    unwatched.touches(GoHome())
    unwatched.passes(timedelta(days=14))
    unwatched.touches(Wake())
    brings_back(unwatched, "B1")
    unwatched.passes(timedelta(days=20))
    unwatched.touches(Wake())
    assert brings_back(unwatched, "B1").lines[0].days_late == 0
    unwatched.scans_card_of("Dara")
    unwatched.scans("B2")
    assert refused_over(unwatched, Basket) is None
    assert len(unwatched.sees(Basket).lines) == 1


def test_scanned_at_the_return_once_more_it_is_still_given_back(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    brings_back(unwatched, "B1")
    assert brings_back(unwatched, "B1").lines[0].to_be_shelved
    assert unwatched.status.refusal is None
    assert unwatched.journal_kinds().count("brought_back") == 1


def test_my_books_show_what_waits_and_offer_no_renewal_of_it(unwatched: Storyboard) -> None:
    loan = borrows(unwatched, "Dara", "B1").loans[0]
    unwatched.touches(GoHome())
    unwatched.passes(timedelta(days=10))
    unwatched.touches(Wake())
    brings_back(unwatched, "B1")
    unwatched.touches(GoHome())
    unwatched.touches(AskForCard(Purpose.MY_BOOKS))
    unwatched.scans_card_of("Dara")
    line = unwatched.sees(MyBooks).lines[0]
    assert (line.loan.brought_at, line.may_renew) == (unwatched.now, False)
    unwatched.touches(Renew(loan.id))
    refusal = refused_over(unwatched, MyBooks)
    assert refusal is not None
    assert refusal.reasons == (Reason.BROUGHT_BACK,)


def test_the_slip_shows_only_what_is_still_out(unwatched: Storyboard) -> None:
    approved = borrows(unwatched, "Dara", "B1", "B2")
    brings_back(unwatched, "B1")
    unwatched.touches(GoHome())
    unwatched.scans(code_of(unwatched, approved.request_id))
    assert [day.books for day in unwatched.sees(SlipBooks).due] == [1]


def test_the_hands_of_the_next_reader_show_that_it_is_back(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    brings_back(unwatched, "B1")
    unwatched.touches(GoHome())
    unwatched.scans("B1")
    assert unwatched.sees(TitlePage).may_borrow
    borrows(unwatched, "Sophea", "B1")
    assert unwatched.borrower_of("B1") == "Sophea"
    assert ("shelved", None) in [(kind, body.get("staff")) for kind, body in journal_rows(unwatched)]
    assert unwatched.store.loans.of_reader(unwatched.reader("Dara").id) == ()


def test_a_copy_that_waits_is_neither_on_its_shelf_nor_lent(unwatched: Storyboard) -> None:
    title = borrows(unwatched, "Dara", "B1").loans[0].copy.title
    brings_back(unwatched, "B1")
    ((_, standings),) = unwatched.store.search.found_titles((title.id,))
    assert [standing.is_brought for standing in standings] == [True]
    ((_, facts),) = unwatched.store.titles.copies_of_title(title.id)
    assert facts.brought


def test_a_return_that_waits_outlives_a_power_cut(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    brings_back(unwatched, "B1")
    unwatched.power_is_cut()
    assert signs_in(unwatched).to_shelve == 1
    unwatched.scans("B1")
    assert unwatched.borrower_of("B1") is None
    unwatched.journal_head()


def test_taking_ones_own_book_again_before_staff_saw_it_only_renews_it(unwatched: Storyboard) -> None:
    borrows(unwatched, "Dara", "B1")
    for taken_again in range(2):
        brings_back(unwatched, "B1")
        unwatched.scans_card_of("Dara")
        unwatched.scans("B1")
        if taken_again:
            break
        unwatched.touches(AskForLoan())
        unwatched.sees(AwaitingApproval)
        unwatched.scans_badge_of("Guard Rith")
        unwatched.types_pin()
        approve_first(unwatched)
        assert unwatched.sees(Approved).loans[0].renewals == 1
    refusal = refused_over(unwatched, Basket)
    assert refusal is not None
    assert refusal.reasons == (Reason.JUST_RETURNED,)


def approve_first(story: Storyboard) -> None:
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
