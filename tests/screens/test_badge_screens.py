"""A badge is issued anew, as the two members of staff and its holder use the screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from appliance.messages import ChooseHolder, ConfirmBadge, IssueBadge, PrintAgain, ShowPin, SignOut
from appliance.model import Language
from appliance.status import BadgeIssued, GuardSignIn, SignInTrouble, SlipProgress
from tests.screens.kiosk_driver import KioskDriver
from tests.screens.test_bench_screens import photographed
from ui.samples.badges import SAMPLES, TECHNICIAN
from ui.samples.staff import GUARD, LIBRARIAN

SCENES = dict(SAMPLES)


def test_a_dead_badge_offers_the_way_to_a_new_one_and_another_does_not(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(GUARD, trouble=SignInTrouble.REVOKED))
    assert "Two of the staff can issue it anew here." in driver.words()
    driver.tap_on("A new badge")
    assert driver.commands == [IssueBadge()]
    driver.show(GuardSignIn(GUARD, trouble=SignInTrouble.WRONG_PIN))
    assert "A new badge" not in driver.words()
    driver.tap_on("sign_out")
    assert driver.commands[-1] == SignOut()


def test_a_colleague_says_before_the_pin_that_a_badge_is_lost(driver: KioskDriver) -> None:
    driver.show(GuardSignIn(LIBRARIAN))
    driver.tap_on("A new badge")
    driver.show(GuardSignIn(LIBRARIAN, for_badge=True))
    driver.tap_on("Sign in")
    assert driver.commands == [IssueBadge(), IssueBadge()]


def test_whose_badge_is_chosen_by_a_touch(driver: KioskDriver) -> None:
    driver.show(SCENES["reissuing_choice"])
    driver.tap_on(LIBRARIAN.name)
    assert driver.commands == [ChooseHolder(LIBRARIAN.id)]


def test_only_who_is_signed_in_can_confirm(driver: KioskDriver) -> None:
    driver.show(SCENES["reissuing_second"])
    assert GUARD.name in driver.words()
    driver.tap_on("Scan the second badge")
    assert driver.commands == []
    driver.show(SCENES["reissuing_making"])
    driver.tap_on("Issue a new badge")
    assert driver.commands == []
    driver.show(SCENES["reissuing_second_confirm"])
    assert f"Confirmed by {TECHNICIAN.name}" in driver.words()
    driver.tap_on("Issue a new badge")
    assert driver.commands == [ConfirmBadge()]


def test_the_pin_comes_by_one_touch_and_goes_by_the_next(driver: KioskDriver) -> None:
    driver.show(BadgeIssued(GUARD, SlipProgress.PRINTED))
    driver.tap_on("Show my PIN")
    driver.show(BadgeIssued(GUARD, SlipProgress.PRINTED, pin="482913"))
    assert "482 913" in driver.words()
    driver.tap_on("I know it by heart")
    driver.tap_on("Print again")
    assert driver.commands == [ShowPin(), SignOut(), PrintAgain()]


@pytest.mark.parametrize("language", Language)
def test_without_paper_the_code_can_be_scanned_from_a_photograph_of_the_screen(
    driver: KioskDriver, language: Language, tmp_path: Path
) -> None:
    scene = SCENES["badge_issued_no_paper"]
    assert isinstance(scene, BadgeIssued)
    driver.show(scene, language)
    assert photographed(driver, tmp_path) == scene.code
