"""The same scan again says what it said: a repeat of what just succeeded is that success, not a refusal."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import AskForCard, GoHome, Wake
from appliance.model import Reason
from appliance.model.speech import Cue, Phrase
from appliance.status import Approved, Basket, MyBooks, Purpose
from tests.flows.hearing import heard, last
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows


def at_my_books_a_week_later(story: Storyboard) -> None:
    story.touches(GoHome())
    story.passes(timedelta(days=8))
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")


def test_a_book_just_lent_that_is_scanned_again_is_still_lent(story: Storyboard) -> None:
    lent = borrows(story, "Dara", "B1", "B2")
    for barcode in ("B1", "B2", "B1"):
        heard(story)
        story.scans(barcode)
        assert refused_over(story, Approved) is None
        assert story.sees(Approved) == lent
        assert last(story) == (Cue.DONE, (Phrase.APPROVED,))


def test_a_book_left_under_the_scanner_after_the_loan_keeps_nobody_there(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    for _ in range(25):
        story.scans("B1")
        story.waits(1)
    assert not isinstance(story.status.scene, Approved)


def test_another_book_after_the_loan_still_begins_a_new_basket(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.scans("B2")
    assert len(story.sees(Basket).lines) == 1


def test_a_book_renewed_by_its_scan_and_scanned_again_is_still_renewed(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    at_my_books_a_week_later(story)
    story.scans("B1")
    renewed = story.sees(MyBooks)
    heard(story)
    story.scans("B1")
    assert refused_over(story, MyBooks) is None
    assert story.sees(MyBooks) == renewed
    assert last(story) == (Cue.DONE, (Phrase.RENEWED,))
    assert story.journal_kinds().count("renewed") == 1


def test_once_the_screen_no_longer_shows_the_success_the_scan_is_a_new_wish(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    at_my_books_a_week_later(story)
    story.scans("B1")
    story.touches(GoHome())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")
    story.scans("B1")
    refusal = refused_over(story, MyBooks)
    assert refusal is not None
    assert Reason.NO_RENEWAL_LEFT in refusal.reasons
