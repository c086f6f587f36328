"""A touched language stays until the turn ends; a card's or badge's own counts only without a touch."""

from __future__ import annotations

import pytest

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    Command,
    Decline,
    GoBack,
    GoHome,
    PrintAgain,
    PrinterChanged,
    ShowSigns,
    SlipPrinted,
    Started,
    StartReturning,
    StartSearching,
)
from appliance.model import Language, PrinterState
from appliance.status import Approved, Basket, Declined, GuardDesk, GuardSignIn, Home, Purpose
from tests.flows.storyboard import Storyboard

GUARD = "Guard Rith"


def touches_french(story: Storyboard) -> None:
    story.touches(ChooseLanguage(Language.FR))


def asks(story: Storyboard, name: str, *barcodes: str) -> None:
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())


def signs_in(story: Storyboard) -> GuardDesk:
    story.scans_badge_of(GUARD)
    story.types_pin()
    return story.sees(GuardDesk)


@pytest.mark.parametrize(
    "way", [None, AskForCard(Purpose.BORROW), StartSearching(), StartReturning(), ShowSigns()]
)
def test_french_touched_before_the_card_stays_to_the_slip(story: Storyboard, way: Command | None) -> None:
    story.touches(GoHome())
    if way is not None:
        story.touches(way)
    touches_french(story)
    asks(story, "Dara", "B1")
    spoken = [story.status.language]
    desk = signs_in(story)
    spoken.append(story.status.language)
    story.touches(Approve(desk.requests[0].id))
    story.sees(Approved)
    spoken.append(story.status.language)
    assert set(spoken) == {Language.FR}
    assert story.slips[-1].facts.language is Language.FR
    assert story.slips[-1].facts.site_name == story.library.names[Language.FR]


def test_french_touched_at_a_scanned_slip_and_at_a_scanned_title_stays(story: Storyboard) -> None:
    story.scans("B1")
    touches_french(story)
    story.scans_card_of("Dara")
    assert story.status.language is Language.FR


def test_it_stays_through_a_guard_who_declines(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    touches_french(story)
    desk = signs_in(story)
    story.touches(Decline(desk.requests[0].id))
    story.sees(Declined)
    assert story.status.language is Language.FR
    story.scans_card_of("Dara")
    assert story.status.language is Language.FR, "the same reader goes on"
    story.touches(GoHome())
    assert story.status.language is Language.KM


def test_a_guard_may_touch_their_own_and_the_reader_finds_theirs_again(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    touches_french(story)
    story.scans_badge_of(GUARD)
    story.sees(GuardSignIn)
    story.touches(ChooseLanguage(Language.EN))
    story.types_pin()
    assert story.status.language is Language.EN
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    assert story.status.language is Language.FR
    assert story.slips[-1].facts.language is Language.FR


def test_what_only_the_guard_touched_is_not_the_readers(story: Storyboard) -> None:
    asks(story, "Dara", "B1")
    signs_in(story)
    touches_french(story)
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    assert story.status.language is Language.KM
    assert story.slips[-1].facts.language is Language.KM


def test_another_readers_card_does_not_find_what_the_last_one_touched(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    touches_french(story)
    story.scans_card_of("Sophea")
    assert story.sees(Basket).reader.name == "Sophea"
    assert story.status.language is Language.KM


def test_after_a_loan_only_the_same_card_goes_on_in_it(story: Storyboard) -> None:
    touches_french(story)
    asks(story, "Chanthy", "B1")
    assert story.sees(Approved).reader.name == "Chanthy"
    story.scans_card_of("Chanthy")
    assert story.status.language is Language.FR
    story.scans("B2")
    story.touches(AskForLoan())
    story.scans_card_of("Dara")
    assert story.status.language is Language.KM


def test_a_slip_that_waited_over_a_restart_and_its_reprint_keep_the_language(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    touches_french(story)
    asks(story, "Chanthy", "B1")
    assert story.slips == []
    story.power_is_cut()
    story.post(Started())
    story.waits(1)
    assert [slip.facts.language for slip in story.slips] == [Language.FR]


def test_a_guard_who_prints_a_slip_again_prints_it_in_the_readers_language(story: Storyboard) -> None:
    touches_french(story)
    asks(story, "Chanthy", "B1")
    first = story.slips[-1].facts
    assert first.language is Language.FR
    story.post(SlipPrinted(first.request_id))
    signs_in(story)
    story.scans("B1")
    story.touches(PrintAgain())
    again = story.slips[-1].facts
    assert (again.print, again.language) == (2, Language.FR)


def test_the_badge_alone_speaks_the_guards_language_and_home_is_khmer_again(story: Storyboard) -> None:
    story.store.connection.execute("UPDATE staff SET language = 'en'")
    story.scans_badge_of(GUARD)
    assert story.status.language is Language.EN
    story.touches(GoBack())
    story.sees(Home)
    assert story.status.language is Language.KM
