"""Nobody touches anything: every session ends by itself, dialogs included."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from appliance.kiosk.idle import REFUSAL_LASTS_S, WARNING_S
from appliance.kiosk.scenes import here
from appliance.messages import (
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    Decline,
    GoBack,
    GoHome,
    StartReturning,
    StartSearching,
    Wake,
)
from appliance.model import Language, Side
from appliance.status import Attract, Basket, GuardDesk, Home, Purpose
from tests.flows.slip_codes import code_of
from tests.flows.storyboard import Storyboard, borrows


def at_a_title_page(story: Storyboard) -> None:
    story.scans("B1")


def at_a_refusal_in_a_basket(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("D1")


def at_a_refusal_at_home(story: Storyboard) -> None:
    story.touches(Wake())
    story.scans("nothing of ours")


def awaiting_approval(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())


def at_the_guards_desk(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")
    story.types_pin()


def approved(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1")


def at_the_pin_pad(story: Storyboard) -> None:
    story.scans_badge_of("Guard Rith")


def at_my_books(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(AskForCard(Purpose.MY_BOOKS))
    story.scans_card_of("Dara")


def returning(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(StartReturning())


def searching(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(StartSearching())


def asked_for_a_card(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(AskForCard(Purpose.BORROW))


def at_a_slip(story: Storyboard) -> None:
    story.scans(code_of(story, borrows(story, "Chanthy", "B1").request_id))


def declined(story: Storyboard) -> None:
    awaiting_approval(story)
    at_the_guards_desk(story)
    story.touches(Decline(story.sees(GuardDesk).requests[0].id))


WAYS = [
    asked_for_a_card,
    at_a_slip,
    declined,
    at_a_title_page,
    at_a_refusal_in_a_basket,
    at_a_refusal_at_home,
    awaiting_approval,
    at_the_guards_desk,
    approved,
    at_the_pin_pad,
    at_my_books,
    returning,
    searching,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_scene_warns_and_then_goes_home(story: Storyboard, way: Callable[[Storyboard], None]) -> None:
    way(story)
    scene, session = type(story.status.scene), story.status.session
    lasts_s = REFUSAL_LASTS_S if way is at_a_refusal_at_home else here(story.status.scene).row.lasts_s
    story.waits(lasts_s - WARNING_S)
    assert story.status.leaving_in_s == WARNING_S
    assert type(story.status.scene) is scene
    story.waits(WARNING_S)
    story.sees(Home)
    assert story.status.session != session
    assert "Dara" not in repr(story.status)


def test_a_touch_keeps_the_session(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.waits(40)
    story.touches(ChooseLanguage(Language.EN))
    assert story.status.leaving_in_s is None
    story.waits(40)
    story.sees(Basket)


def test_still_there_keeps_the_session_and_changes_nothing(story: Storyboard) -> None:
    at_my_books(story)
    before = story.status
    story.waits(40)
    assert story.status.leaving_in_s == 5
    story.touches(Wake())
    assert story.status == before


def test_choosing_a_language_wakes_the_kiosk_in_it(story: Storyboard) -> None:
    story.touches(ChooseLanguage(Language.FR))
    story.sees(Home)
    assert story.status.language is Language.FR


def test_home_falls_asleep_and_a_touch_wakes_it(story: Storyboard) -> None:
    story.touches(Wake())
    story.waits(61)
    story.sees(Attract)
    story.waits(1000)
    story.sees(Attract)
    story.touches(Wake())
    story.sees(Home)


def test_a_dismissed_refusal_gives_the_screen_before_back(story: Storyboard) -> None:
    searching(story)
    story.scans("nothing of ours")
    assert story.status.refusal is not None
    story.touches(GoBack())
    assert type(story.status.scene).__name__ == "Searching"


def test_a_book_left_under_a_scanner_keeps_no_guard_signed_in(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    story.touches(GoHome())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    for _ in range(int(here(story.sees(GuardDesk)).row.lasts_s)):
        story.sees(GuardDesk)
        story.scans("B1", Side.GUARD)
        story.waits(1)
    assert not isinstance(story.status.scene, GuardDesk)
