"""Returning by an ISBN, a stay with one reader, and when a renewal counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.messages import AskForCard, GoHome, Renew, StartReturning, Wake
from appliance.model import Reason
from appliance.model.speech import Cue, Phrase
from appliance.status import Basket, MyBooks, Purpose, Returning
from tests.flows.hearing import heard, last
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows

ISBN = "9782070612758"


def brings_back(story: Storyboard, *codes: str) -> Returning:
    story.touches(GoHome())
    story.touches(StartReturning())
    for code in codes:
        story.scans(code)
    return story.sees(Returning)


def days_go_by(story: Storyboard, days: int) -> None:
    story.touches(GoHome())
    story.passes(timedelta(days=days))
    story.touches(Wake())


def looks_at_their_books(story: Storyboard, name: str) -> MyBooks:
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of(name)
    return story.sees(MyBooks)


@pytest.fixture
def with_isbn(story: Storyboard) -> Storyboard:
    story.store.connection.execute("UPDATE title SET isbn = ? WHERE title LIKE 'Le Petit%'", (ISBN,))
    return story


def test_a_private_copys_isbn_does_not_give_back_the_librarys(with_isbn: Storyboard) -> None:
    borrows(with_isbn, "Dara", "B3")
    heard(with_isbn)
    brings_back(with_isbn, ISBN)
    refusal = refused_over(with_isbn, Returning)
    assert refusal is not None
    assert refusal.reasons == (Reason.LABEL_TO_RETURN,)
    assert heard(with_isbn)[-1].phrases == (Phrase.LABEL_TO_RETURN,)
    assert with_isbn.borrower_of("B3") == "Dara"
    with_isbn.scans("B3")
    assert last(with_isbn) == (Cue.DONE, (Phrase.RETURNED,))
    assert with_isbn.borrower_of("B3") is None


def test_an_isbn_of_two_copies_wants_the_label_as_well(with_isbn: Storyboard) -> None:
    with_isbn.store.connection.execute(
        "INSERT INTO copy (barcode, title_id, kind)"
        " SELECT 'B3b', title_id, kind FROM copy WHERE barcode = 'B3'"
    )
    borrows(with_isbn, "Dara", "B3")
    brings_back(with_isbn, ISBN)
    refusal = refused_over(with_isbn, Returning)
    assert refusal is not None
    assert refusal.reasons == (Reason.LIBRARY_LABEL_NEEDED,)


def test_returning_and_borrowing_at_once_is_a_renewal_and_no_new_loan(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    days_go_by(story, 14)
    brings_back(story, "B1")
    assert borrows(story, "Dara", "B1").loans[0].renewals == 1
    days_go_by(story, 14)
    brings_back(story, "B1")
    story.scans_card_of("Dara")
    story.scans("B1")
    refusal = refused_over(story, Basket)
    assert refusal is not None
    (objection,) = refusal.objections
    assert (objection.reason, objection.until) == (
        Reason.JUST_RETURNED,
        story.library.today + timedelta(days=1),
    )


def test_a_copy_that_has_rested_for_a_day_begins_anew(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    brings_back(story, "B1")
    borrows(story, "Dara", "B1")
    brings_back(story, "B1")
    days_go_by(story, 1)
    assert borrows(story, "Dara", "B1").loans[0].renewals == 0


def test_another_reader_in_between_begins_anew(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    brings_back(story, "B1")
    assert borrows(story, "Sophea", "B1").loans[0].renewals == 0
    brings_back(story, "B1")
    assert borrows(story, "Dara", "B1").loans[0].renewals == 0


def test_a_renewal_on_the_first_day_is_refused_with_the_day_it_counts_from(story: Storyboard) -> None:
    loan = borrows(story, "Dara", "B1").loans[0]
    days_go_by(story, 1)
    line = looks_at_their_books(story, "Dara").lines[0]
    opens_on = loan.due_on - timedelta(days=7)
    assert (line.may_renew, line.renew_from, line.days_gained) == (False, opens_on, 0)
    story.touches(Renew(loan.id))
    refusal = refused_over(story, MyBooks)
    assert refusal is not None
    assert [(one.reason, one.until) for one in refusal.objections] == [(Reason.TOO_EARLY, opens_on)]


def test_the_days_gained_are_shown_before_they_are_taken(story: Storyboard) -> None:
    loan = borrows(story, "Dara", "B1").loans[0]
    days_go_by(story, 9)
    line = looks_at_their_books(story, "Dara").lines[0]
    assert (line.may_renew, line.renew_from, line.days_gained) == (True, None, 9)
    story.touches(Renew(loan.id))
    renewed = story.sees(MyBooks).renewed
    assert renewed is not None
    assert renewed.due_on == loan.due_on + timedelta(days=9)
