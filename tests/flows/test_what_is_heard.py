"""What somebody hears who cannot read the screen."""

from __future__ import annotations

from datetime import timedelta

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    Command,
    PrinterChanged,
    SayAgain,
    StartReturning,
    StartSearching,
    Touched,
    TypeText,
    Wake,
)
from appliance.model import Language, PrinterState
from appliance.model.speech import Announcement, Cue, Phrase
from appliance.status import Approved, GuardDesk, Purpose
from tests.flows.hearing import heard, last
from tests.flows.storyboard import Storyboard, borrows


def after(story: Storyboard, command: Command) -> tuple[Cue | None, tuple[Phrase, ...]]:
    heard(story)
    story.touches(command)
    return last(story)


def test_waking_the_kiosk_tells_what_can_be_done(story: Storyboard) -> None:
    assert after(story, Wake()) == (None, (Phrase.HOME,))


def test_a_card_is_accepted_by_a_sound_and_told_what_comes_next(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    assert last(story) == (Cue.ACCEPTED, (Phrase.BASKET_EMPTY,))


def test_each_book_that_goes_into_the_basket_is_heard(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    heard(story)
    for barcode in ("B1", "B2"):
        story.scans(barcode)
        assert last(story) == (Cue.ACCEPTED, (Phrase.BASKET,))


def test_the_same_book_twice_is_heard_and_nothing_more(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    heard(story)
    story.scans("B1")
    assert last(story) == (Cue.SCANNED, ())


def test_a_book_on_loan_is_refused_with_what_to_do(story: Storyboard) -> None:
    borrows(story, "Sophea", "B1")
    story.scans_card_of("Dara")
    heard(story)
    story.scans("B1")
    assert last(story) == (Cue.REFUSED, (Phrase.ON_LOAN,))


def test_every_reason_of_a_refusal_is_spoken(story: Storyboard) -> None:
    borrows(story, "Sophea", "B1")
    story.blocks("Dara", 9)
    story.scans_card_of("Dara")
    heard(story)
    story.scans("B1")
    assert last(story) == (Cue.REFUSED, (Phrase.READER_BLOCKED, Phrase.ON_LOAN))


def test_the_same_refusal_is_spoken_again_when_it_is_scanned_again(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    heard(story)
    for _ in range(2):
        story.scans("D1")
        assert last(story) == (Cue.REFUSED, (Phrase.READING_ROOM_ONLY,))


def test_a_code_from_elsewhere_is_refused_kindly(story: Storyboard) -> None:
    story.scans("4006381333931")
    assert last(story) == (Cue.REFUSED, (Phrase.UNKNOWN_CODE,))


def test_a_reader_waits_for_the_guard_and_hears_so(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    assert after(story, AskForLoan()) == (None, (Phrase.AWAITING_APPROVAL,))
    story.scans("B2")
    assert last(story) == (Cue.SCANNED, ())


def test_a_guard_hears_each_step(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    heard(story)
    story.scans_badge_of("Guard Rith")
    assert last(story) == (Cue.ACCEPTED, (Phrase.GUARD_SIGN_IN,))
    story.types_pin("000000")
    assert last(story) == (Cue.REFUSED, (Phrase.WRONG_PIN,))
    story.types_pin()
    assert last(story) == (None, (Phrase.GUARD_DESK,))
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    assert last(story) == (Cue.DONE, (Phrase.APPROVED,))
    assert story.sees(Approved)


def test_a_locked_badge_is_told_once_while_its_seconds_count_down(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    for _ in range(5):
        story.types_pin("000000")
    assert heard(story)[-1].phrases == (Phrase.BADGE_LOCKED,)
    story.waits(5)
    assert heard(story) == []


def test_digits_of_a_pin_are_not_heard(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    heard(story)
    story.types_pin("4829")
    assert heard(story) == []


def test_a_returned_book_is_thanked_for_and_a_late_one_no_differently(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1", "B2")
    story.waits(21)
    story.touches(Wake())
    story.touches(StartReturning())
    heard(story)
    story.scans("B1")
    on_time = last(story)
    story.waits(31)
    story.passes(timedelta(days=90))
    story.touches(Wake())
    story.touches(StartReturning())
    heard(story)
    story.scans("B2")
    assert last(story) == on_time == (Cue.DONE, (Phrase.RETURNED,))


def test_typing_in_the_search_is_not_talked_into(story: Storyboard) -> None:
    story.touches(Wake())
    assert after(story, StartSearching()) == (None, (Phrase.SEARCHING,))
    story.touches(TypeText("x"))
    story.touches(TypeText("q"))
    assert heard(story) == []


def test_a_screen_that_nobody_touches_ends_in_silence(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    heard(story)
    story.waits(200)
    assert heard(story) == []


def test_choosing_a_language_is_answered_in_it(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(AskForCard(Purpose.BORROW))
    heard(story)
    story.touches(ChooseLanguage(Language.FR))
    assert heard(story) == [Announcement(Language.FR, None, (Phrase.IDENTIFY,))]


def test_the_ear_says_the_screen_again_as_often_as_it_is_touched(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    before = story.status.scene
    for _ in range(2):
        assert after(story, SayAgain()) == (None, (Phrase.BASKET_EMPTY, Phrase.NO_PAPER))
    assert story.status.scene == before


def test_the_ear_keeps_a_session_alive(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.waits(40)
    story.touches(SayAgain())
    story.waits(40)
    assert story.status.leaving_in_s is not None
    assert "unforeseen" not in story.journal_kinds()


def test_an_ear_touched_on_a_session_that_is_over_says_nothing(story: Storyboard) -> None:
    old = story.status.session
    story.scans_card_of("Dara")
    heard(story)
    story.post(Touched(old, SayAgain()))
    assert heard(story) == []
