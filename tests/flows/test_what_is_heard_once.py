"""What has just happened is heard once; looking further, turning a page or typing is not told again."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    Decline,
    GoHome,
    Renew,
    SayAgain,
    StartReturning,
    StartTrial,
    TakeOut,
    TurnPage,
    Wake,
)
from appliance.model import Language
from appliance.model.speech import Cue, Phrase
from appliance.status import GuardDesk, MyBooks, Purpose, Trial
from tests.flows.hearing import heard, last
from tests.flows.storyboard import Storyboard, borrows


def test_a_renewal_is_heard_and_the_page_that_is_turned_to_then_is_not(story: Storyboard) -> None:
    borrows(story, "Vichet", "B1", "B2", "B3", "B4", "B5")
    story.touches(GoHome())
    story.passes(timedelta(days=7))
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Vichet")
    heard(story)
    loans = [line.loan.id for line in story.sees(MyBooks).lines]
    story.touches(Renew(loans[0]))
    assert last(story) == (Cue.DONE, (Phrase.RENEWED,))
    story.touches(TurnPage(0))
    assert heard(story) == []
    story.touches(Renew(loans[1]))
    assert last(story) == (Cue.DONE, (Phrase.RENEWED,))
    story.touches(Renew(loans[1]))
    assert last(story) == (Cue.REFUSED, (Phrase.RENEWED_TODAY,))


def test_each_book_brought_back_is_heard_once(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1", "B2")
    story.touches(GoHome())
    story.touches(StartReturning())
    heard(story)
    for barcode in ("B1", "B2"):
        story.scans(barcode)
        assert last(story) == (Cue.DONE, (Phrase.RETURNED,))
    story.scans("B1")
    assert last(story) == (Cue.SCANNED, ())


def test_a_book_taken_out_of_the_basket_is_seen_and_not_told(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    heard(story)
    story.touches(TakeOut(story.copy("B1").id))
    assert heard(story) == []


def test_each_decision_at_the_desk_is_heard_once(story: Storyboard) -> None:
    for name, barcode in (("Dara", "B1"), ("Sophea", "B2")):
        story.scans_card_of(name)
        story.scans(barcode)
        story.touches(AskForLoan())
        story.touches(GoHome())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    heard(story)
    story.touches(Decline(story.sees(GuardDesk).requests[0].id))
    assert last(story) == (Cue.DONE, (Phrase.DECIDED,))
    story.touches(TurnPage(0))
    assert heard(story) == []


def test_a_book_before_the_card_is_accepted_and_so_is_the_next_but_not_the_same(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(AskForCard(Purpose.BORROW))
    heard(story)
    for barcode in ("B1", "B2"):
        story.scans(barcode)
        assert last(story) == (Cue.ACCEPTED, (Phrase.IDENTIFY_HELD,))
    story.scans("B2")
    assert last(story) == (Cue.SCANNED, ())


def test_a_scan_in_the_technicians_trial_has_a_sound_and_no_words(story: Storyboard) -> None:
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    story.touches(StartTrial(Trial.SCAN))
    heard(story)
    story.scans("anything")
    assert last(story) == (Cue.ACCEPTED, ())
    story.scans("anything")
    assert last(story) == (Cue.SCANNED, ())


def test_what_is_said_again_is_said_in_the_language_of_the_screen(story: Storyboard) -> None:
    story.touches(ChooseLanguage(Language.FR))
    heard(story)
    story.touches(SayAgain())
    (again,) = heard(story)
    assert (again.language, again.cue, again.phrases) == (Language.FR, None, (Phrase.HOME,))
