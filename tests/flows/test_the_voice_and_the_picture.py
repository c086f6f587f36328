"""The voice says what the picture says, also when something is missing that it would ask for."""

from __future__ import annotations

import pytest

from appliance.messages import (
    AskForCard,
    AskForLoan,
    GoHome,
    SayAgain,
    ScannerLost,
    StartReturning,
    StartSearching,
    Wake,
)
from appliance.model import Side
from appliance.model.speech import Phrase
from appliance.status import Identify, Purpose, TitlePage
from tests.flows.hearing import heard, last
from tests.flows.storyboard import Storyboard


def said(story: Storyboard) -> tuple[Phrase, ...]:
    return last(story)[1]


@pytest.mark.parametrize("purpose", Purpose)
def test_nobody_is_asked_to_scan_a_card_under_a_scanner_that_was_pulled(
    story: Storyboard, purpose: Purpose
) -> None:
    story.post(ScannerLost())
    story.touches(Wake())
    heard(story)
    story.touches(AskForCard(purpose))
    story.sees(Identify)
    assert said(story) == (Phrase.SCANNER_LOST,)
    story.touches(SayAgain())
    assert said(story) == (Phrase.SCANNER_LOST,)


def test_home_without_a_scanner_offers_what_is_left(story: Storyboard) -> None:
    story.post(ScannerLost())
    heard(story)
    story.touches(Wake())
    assert said(story) == (Phrase.HOME_SEARCH, Phrase.SCANNER_LOST)
    story.touches(StartSearching())
    assert said(story) == (Phrase.SEARCHING_BY_TYPING, Phrase.SCANNER_LOST)


def test_a_basket_without_a_scanner_can_still_be_borrowed(story: Storyboard) -> None:
    story.scans_card_of("Chanthy")
    story.scans("B1")
    story.post(ScannerLost())
    heard(story)
    story.touches(SayAgain())
    assert said(story) == (Phrase.BASKET_READY, Phrase.SCANNER_LOST)


def test_returning_without_a_scanner_asks_for_no_book(story: Storyboard) -> None:
    story.post(ScannerLost())
    story.touches(Wake())
    heard(story)
    story.touches(StartReturning())
    assert said(story) == (Phrase.SCANNER_LOST,)


def test_a_guards_scanner_that_is_lost_too_sends_nobody_to_the_readers_side(story: Storyboard) -> None:
    story.post(ScannerLost())
    heard(story)
    story.post(ScannerLost(Side.GUARD))
    assert said(story) == (Phrase.GUARD_SCANNER_LOST_TOO,)


def test_a_request_without_any_scanner_asks_for_no_badge(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.post(ScannerLost())
    story.post(ScannerLost(Side.GUARD))
    heard(story)
    story.touches(AskForLoan())
    assert said(story) == (Phrase.AWAITING_GUARD, Phrase.SCANNER_LOST)


def test_a_book_of_the_reading_room_is_to_be_read_here_and_no_button_is_named(story: Storyboard) -> None:
    heard(story)
    story.scans("D1")
    assert not story.sees(TitlePage).may_borrow
    assert said(story) == (Phrase.READING_ROOM_ONLY,)


def test_a_book_that_somebody_asked_for_names_no_button(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    story.touches(GoHome())
    heard(story)
    story.scans("B1")
    assert story.sees(TitlePage).may_borrow is (said(story) == (Phrase.TITLE_PAGE_SCANNED,))


def test_while_a_pin_is_looked_at_nobody_is_asked_to_enter_it(story: Storyboard) -> None:
    story.answers_pins = False
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    heard(story)
    story.touches(SayAgain())
    assert said(story) == (Phrase.PIN_CHECKING,)
