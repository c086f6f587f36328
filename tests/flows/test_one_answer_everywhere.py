"""A copy, a card and a block are answered alike on every screen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.messages import (
    AskForCard,
    AskForLoan,
    BorrowThis,
    GoHome,
    OpenTitle,
    Renew,
    StartReturning,
    Wake,
)
from appliance.model import Availability, CopyState, Reason
from appliance.model.speech import Cue, Phrase
from appliance.status import (
    AwaitingApproval,
    Basket,
    GuardDesk,
    MyBooks,
    Purpose,
    Returning,
    Searching,
    TitlePage,
)
from tests.flows.hearing import heard, last
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows

ISBN = "9782070612758"


def is_now(story: Storyboard, barcode: str, state: CopyState) -> None:
    story.store.connection.execute("UPDATE copy SET state = ? WHERE barcode = ?", (state, barcode))


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of("Librarian Mony")
    story.types_pin()
    return story.sees(GuardDesk)


def reasons_over(story: Storyboard, kind: type) -> tuple[Reason, ...]:
    refusal = refused_over(story, kind)
    return refusal.reasons if refusal else ()


def test_a_lost_copy_in_the_hand_can_be_borrowed_whichever_comes_first(story: Storyboard) -> None:
    is_now(story, "B1", CopyState.LOST)
    story.scans("B1")
    page = story.sees(TitlePage)
    assert page.may_borrow
    assert [line.availability for line in page.copies] == [Availability.AVAILABLE]
    story.touches(BorrowThis())
    story.scans_card_of("Dara")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]
    story.touches(GoHome())
    story.scans_card_of("Dara")
    story.scans("B1")
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]


def test_a_lost_copy_that_staff_scans_is_found(story: Storyboard) -> None:
    is_now(story, "B1", CopyState.LOST)
    signs_in(story)
    story.scans("B1")
    at = story.sees(GuardDesk).whereabouts
    assert at is not None
    assert at.availability is Availability.AVAILABLE
    assert story.copy("B1").state is CopyState.IN_USE
    assert story.journal_kinds()[-1] == "found"


def test_an_isbn_finds_no_lost_copy(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE title SET isbn = ? WHERE title LIKE 'Le Petit%'", (ISBN,))
    is_now(story, "B3", CopyState.LOST)
    signs_in(story)
    story.scans(ISBN)
    assert story.copy("B3").state is CopyState.LOST


def test_a_withdrawn_copy_cannot_be_renewed(story: Storyboard) -> None:
    loan = borrows(story, "Dara", "B1").loans[0]
    is_now(story, "B1", CopyState.WITHDRAWN)
    story.touches(GoHome())
    story.passes(timedelta(days=10))
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    assert not story.sees(MyBooks).lines[0].may_renew
    story.touches(Renew(loan.id))
    assert reasons_over(story, MyBooks) == (Reason.COPY_WITHDRAWN,)


def test_a_withdrawn_copy_does_not_go_back_to_its_shelf(story: Storyboard) -> None:
    is_now(story, "B1", CopyState.WITHDRAWN)
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    assert reasons_over(story, Returning) == (Reason.COPY_WITHDRAWN,)


def test_a_copy_that_is_only_asked_for_does_not_look_lent(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.touches(GoHome())
    story.scans("B1")
    page = story.sees(TitlePage)
    assert [line.availability for line in page.copies] == [Availability.ASKED_FOR]
    assert not page.may_borrow
    signs_in(story)
    story.scans("B1")
    at = story.sees(GuardDesk).whereabouts
    assert at is not None
    assert at.availability is Availability.ASKED_FOR


def test_an_isbn_of_two_titles_lets_choose_between_them(story: Storyboard) -> None:
    story.store.connection.execute(
        "UPDATE title SET isbn = ? WHERE title LIKE 'Le Petit%' OR title = 'Candide'", (ISBN,)
    )
    story.scans(ISBN)
    found = story.sees(Searching)
    assert {hit.title.title.replace("\u200b", "") for hit in found.hits} == {"Le Petit Prince", "Candide"}
    assert (found.found, found.text) == (2, ISBN)
    story.touches(OpenTitle(found.hits[1].title.id))
    assert story.sees(TitlePage).title == found.hits[1].title
    story.scans_card_of("Dara")
    story.scans(ISBN)
    assert reasons_over(story, Basket) == (Reason.LIBRARY_LABEL_NEEDED,)


@pytest.mark.parametrize("padded", ["{} ", " {}", "{}   ", "]C0{} "])
def test_blanks_around_a_code_are_no_part_of_it(story: Storyboard, padded: str) -> None:
    story.scans(padded.format(story.card_of("Dara")))
    assert story.sees(Basket).reader.name == "Dara"
    story.scans(padded.format("B1"))
    assert [line.copy.barcode for line in story.sees(Basket).lines] == ["B1"]


def test_nothing_but_blanks_is_no_code(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("   ")
    assert reasons_over(story, Basket) == (Reason.UNREADABLE_SCAN,)


def test_a_block_is_told_at_the_card(story: Storyboard) -> None:
    story.blocks("Dara", 9)
    heard(story)
    story.scans_card_of("Dara")
    assert reasons_over(story, Basket) == (Reason.READER_BLOCKED,)
    assert last(story) == (Cue.REFUSED, (Phrase.READER_BLOCKED,))


def test_a_late_book_is_told_at_the_card_and_does_not_keep_from_renewing_it(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.passes(timedelta(days=15))
    story.touches(Wake())
    story.scans_card_of("Dara")
    assert reasons_over(story, Basket) == (Reason.OVERDUE_LOANS,)
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    assert reasons_over(story, MyBooks) == ()


def test_with_a_book_in_the_hand_all_reasons_are_told_at_once(story: Storyboard) -> None:
    borrows(story, "Sophea", "B2")
    story.touches(GoHome())
    story.blocks("Dara", 9)
    story.touches(AskForCard(Purpose.BORROW))
    story.scans("B2")
    story.scans_card_of("Dara")
    assert reasons_over(story, Basket) == (Reason.READER_BLOCKED, Reason.ON_LOAN)


def test_an_unknown_card_leads_nobody_away_from_a_request(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    request = story.sees(AwaitingApproval)
    story.scans("R000001AAAAAA")
    assert reasons_over(story, AwaitingApproval) == (Reason.UNKNOWN_CARD,)
    story.waits(60)
    assert story.sees(AwaitingApproval) == request
