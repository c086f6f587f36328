"""The face as a whole: it shows what it is told, and there is no way out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from appliance.messages import (
    AskForCard,
    AskForLoan,
    ChooseLanguage,
    GoBack,
    GoHome,
    Renew,
    TakeBackRequest,
    TakeOut,
    Touched,
    Wake,
)
from appliance.model import Devices, Language, ScannerState
from appliance.model.clock import Doubt
from appliance.status import Attract, Home, Purpose, Scene, Status
from tests.screens.kiosk_driver import TODAY, KioskDriver
from ui.samples.statuses import SCENES, statuses

F1, ESCAPE = 282, 27


def test_the_screen_changes_its_language_at_once(driver: KioskDriver) -> None:
    driver.show(Home(), Language.EN)
    assert "Borrow" in driver.words()
    driver.show(Home(), Language.KM)
    assert "ខ្ចីសៀវភៅ" in driver.words()
    assert "Borrow" not in driver.words()


@pytest.mark.parametrize(
    ("words", "language"), [("ខ្មែរ", Language.KM), ("FR", Language.FR), ("EN", Language.EN)]
)
def test_a_language_is_chosen_by_its_own_name(driver: KioskDriver, words: str, language: Language) -> None:
    driver.show(Home())
    driver.tap_on(words)
    assert driver.commands == [ChooseLanguage(language)]


def test_a_touch_bears_the_number_of_the_session_that_was_shown(driver: KioskDriver) -> None:
    driver.show(Home())
    driver.show(replace(Status(1, Home(), Language.EN, TODAY), session=8))
    driver.tap_on("Borrow")
    assert driver.posted == [Touched(8, AskForCard(Purpose.BORROW))]


def test_of_statuses_that_come_between_two_frames_the_last_is_shown(driver: KioskDriver) -> None:
    driver.app.take(Status(1, Attract(), Language.EN, TODAY))
    driver.app.take(Status(2, Home(), Language.EN, TODAY))
    driver.frames(2)
    assert driver.app.shown == Status(2, Home(), Language.EN, TODAY)


@pytest.mark.parametrize("key", [F1, ESCAPE])
def test_a_stray_keyboard_opens_and_closes_nothing(driver: KioskDriver, key: int) -> None:
    closing: list[object] = []

    def refuse_to_close(*_: object, **__: object) -> bool:
        closing.append(key)
        return True

    driver.show(Home())
    before = list(driver.window.children)
    driver.window.bind(on_request_close=refuse_to_close)
    driver.key(key)
    driver.window.unbind(on_request_close=refuse_to_close)
    assert list(driver.window.children) == before
    assert closing == []
    assert driver.posted == []


def test_every_scene_has_a_screen_that_is_built_in_time(driver: KioskDriver) -> None:
    from ui.dispatch import BUILD_ORDER, ON_DEMAND, SCAN_ANSWERS, screen_class, screen_name

    every = (*SCAN_ANSWERS, *BUILD_ORDER, *ON_DEMAND)

    sampled = {type(scene): screen_name(scene) for scene in SCENES.values()}
    assert set(sampled) == set(get_args(Scene))
    assert sorted(sampled.values()) == sorted(every)
    assert len({screen_class(name) for name in every}) == len(every)


@pytest.mark.parametrize(
    ("sample", "words", "command"),
    [
        ("attract", "Touch here to begin", Wake()),
        ("identify_borrow", "home", GoHome()),
        (
            "basket_three",
            "Borrow",
            AskForLoan(tuple(line.copy.id for line in SCENES["basket_three"].lines)),
        ),
        ("basket_three", "home", GoHome()),
        ("basket_refused_on_loan", "I understand", GoBack()),
        ("awaiting_approval_one", "I do not want them any more", TakeBackRequest()),
        ("approved_printed", "Finished", GoHome()),
        ("declined", "I understand", GoHome()),
        ("returning_one", "Finished", GoHome()),
        ("my_books_late", "Renew +17", Renew(SCENES["my_books_late"].lines[0].loan.id)),
        ("my_books_one", "Finished", GoHome()),
        ("slip_books", "Finished", GoHome()),
        ("refused_unknown_code", "I understand", GoBack()),
    ],
)
def test_a_touch_says_what_its_button_says(
    driver: KioskDriver, sample: str, words: str, command: object
) -> None:
    driver.show(dict(statuses(Language.EN))[sample])
    driver.tap_on(words)
    assert driver.commands == [command]


def test_each_bin_takes_out_its_own_book(driver: KioskDriver) -> None:
    driver.show(SCENES["basket_three"])
    bins = [widget for widget in driver.touchables() if getattr(widget, "name", "") == "trash"]
    driver.tap(*bins[1].to_window(*bins[1].center))
    second = SCENES["basket_three"].lines[1]
    assert driver.commands == [TakeOut(second.copy.id)]


def test_an_empty_basket_cannot_be_borrowed(driver: KioskDriver) -> None:
    driver.show(SCENES["basket_empty"])
    driver.tap_on("Borrow")
    assert driver.commands == []


def test_an_unplugged_scanner_is_told_on_any_screen(driver: KioskDriver) -> None:
    lost = Devices(scanner=ScannerState.LOST)
    driver.show(SCENES["my_books_one"], devices=lost)
    assert "The scanner is unplugged" in driver.words()
    driver.show(SCENES["my_books_one"])
    assert "The scanner is unplugged" not in driver.words()


def test_a_touch_during_the_countdown_keeps_the_session_and_touches_nothing_below(
    driver: KioskDriver,
) -> None:
    driver.show(SCENES["basket_three"], leaving_in_s=5)
    button = driver.button("Borrow")
    driver.tap(*button.to_window(*button.center))
    assert [type(command) for command in driver.commands] == [Wake]


def test_a_doubtful_date_calls_the_staff_by_a_picture_too(driver: KioskDriver) -> None:
    driver.show(Attract(), date_doubt=Doubt.NO_RTC)
    assert "Staff: please say what day it is" in driver.words()
    assert "calendar" in driver.pictograms()
    driver.show(Attract())
    assert "calendar" not in driver.pictograms()
