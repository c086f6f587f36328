"""Who signs in hears how often a wrong PIN was tried with their badge since they were here last."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.messages import (
    Approve,
    AskForLoan,
    ChooseLanguage,
    ConfirmDate,
    GoHome,
    SetDate,
    SignOut,
    TurnPage,
)
from appliance.model import Language
from appliance.status import Bench, GuardDesk, GuardSignIn, SettingDate, SignInTrouble, SinceSignIn
from tests.flows.storyboard import Storyboard

GUARD, LIBRARIAN, TECHNICIAN = "Guard Rith", "Librarian Mony", "Technician Sam"
WRONG = "000000"


def tries(story: Storyboard, times: int, name: str = GUARD) -> None:
    """Somebody with a copy of the badge."""
    for _ in range(times):
        story.scans_badge_of(name)
        scene = story.sees(GuardSignIn)
        if scene.trouble is SignInTrouble.LOCKED:
            story.passes(timedelta(seconds=scene.wait_s + 1))
            story.scans_badge_of(name)
        story.types_pin(WRONG)
        story.touches(GoHome())


def signs_in(story: Storyboard, name: str = GUARD) -> None:
    story.scans_badge_of(name)
    scene = story.sees(GuardSignIn)
    if scene.trouble is SignInTrouble.LOCKED:
        story.passes(timedelta(seconds=scene.wait_s + 1))
        story.scans_badge_of(name)
    story.types_pin()


@pytest.mark.parametrize("times", [1, 4, 14])
@pytest.mark.parametrize(("name", "desk"), [(GUARD, GuardDesk), (TECHNICIAN, Bench)])
def test_wrong_tries_are_told_at_the_sign_in(
    story: Storyboard, times: int, name: str, desk: type[GuardDesk | Bench]
) -> None:
    tries(story, times, name)
    signs_in(story, name)
    story.sees(desk)
    assert story.status.since_sign_in == SinceSignIn(wrong_pins=times)


def test_they_are_counted_over_a_power_cut(story: Storyboard) -> None:
    tries(story, 2)
    story.power_is_cut()
    tries(story, 1)
    signs_in(story)
    assert story.status.since_sign_in == SinceSignIn(wrong_pins=3)


def test_without_a_wrong_try_nothing_is_told(story: Storyboard) -> None:
    tries(story, 3, LIBRARIAN)
    signs_in(story)
    assert story.status.since_sign_in is None


def test_they_are_told_once_and_only_to_whose_badge_it_was(story: Storyboard) -> None:
    tries(story, 3)
    signs_in(story)
    story.touches(SignOut())
    assert story.status.since_sign_in is None
    signs_in(story)
    assert story.status.since_sign_in is None


def test_the_first_touch_on_a_button_takes_it_away_and_a_change_of_language_does_not(
    story: Storyboard,
) -> None:
    tries(story, 3)
    signs_in(story)
    story.touches(ChooseLanguage(Language.FR))
    story.waits(20)
    assert story.status.since_sign_in is not None
    story.touches(TurnPage(0))
    assert story.status.since_sign_in is None


def test_a_reader_never_sees_it(story: Storyboard) -> None:
    tries(story, 3)
    story.scans_card_of("Dara")
    story.scans("B1")
    story.touches(AskForLoan())
    signs_in(story)
    story.scans_card_of("Dara")
    assert story.status.since_sign_in is None
    tries(story, 1)
    story.scans_card_of("Dara")
    signs_in(story)
    assert story.status.since_sign_in == SinceSignIn(wrong_pins=1)
    story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    assert story.status.since_sign_in is None


def test_the_second_of_two_who_set_the_date_is_told_too(story: Storyboard) -> None:
    tries(story, 2, LIBRARIAN)
    signs_in(story)
    story.touches(SetDate())
    story.touches(ConfirmDate())
    story.scans_badge_of(LIBRARIAN)
    story.types_pin()
    story.sees(SettingDate)
    assert story.status.since_sign_in == SinceSignIn(wrong_pins=2)
