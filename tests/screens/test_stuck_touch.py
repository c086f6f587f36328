"""Gum, water, many fingers at once: what is no wish of anybody does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from appliance.messages import AskForCard, EnterDigit, StartSearching
from appliance.model import Language
from appliance.status import Attract, Home, Purpose
from tests.screens.kiosk_driver import KioskDriver
from tests.screens.sdl_events import FINGER_DOWN, FINGER_MOTION, FINGER_UP, push_finger
from ui.samples.statuses import SCENES

STUCK_S = 20.0
"""`ui.touches.STUCK_S`; Kivy may be imported only once the window is prepared."""


class ClockHand:
    """Moves Kivy's time on; nobody sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from kivy.clock import Clock

        from ui import touches

        assert touches.STUCK_S == STUCK_S
        self._ahead_s = 0.0
        real = Clock.time
        monkeypatch.setattr(Clock, "time", lambda: real() + self._ahead_s)

    def passes(self, driver: KioskDriver, seconds: float) -> None:
        for _ in range(int(seconds)):
            self._ahead_s += 1
            driver.settle(1)


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> ClockHand:
    return ClockHand(monkeypatch)


class Finger:
    """One finger on the panel, told by SDL as a panel tells it."""

    def __init__(self, driver: KioskDriver, number: int) -> None:
        self._driver = driver
        self._number = number
        self.at = (0.0, 0.0)

    def down_on(self, words: str) -> None:
        button = self._driver.button(words)
        self._driver.looks()
        self.tells(FINGER_DOWN, *button.to_window(*button.center))

    def to(self, x: float, y: float) -> None:
        self.tells(FINGER_MOTION, x, y)

    def up(self) -> None:
        self.tells(FINGER_UP, *self.at)

    def tells(self, kind: int, x: float, y: float) -> None:
        self.at = (x, y)
        width, height = self._driver.size
        push_finger(kind, self._number, x / width, 1 - y / height)
        hears(self._driver)


def hears(driver: KioskDriver) -> None:
    """What the event loop does between two frames."""
    from kivy.base import EventLoop

    driver.window.mainloop()
    EventLoop.dispatch_input()
    driver.settle(2)


@pytest.fixture
def fingers(driver: KioskDriver) -> Iterator[list[Finger]]:
    from kivy.core.window.window_sdl2 import SDL2MotionEventProvider

    driver.show(Home())
    yield [Finger(driver, number) for number in range(10)]
    SDL2MotionEventProvider.touchmap.clear()


def pressed(driver: KioskDriver) -> list[Any]:
    return [widget for widget in driver.touchables() if widget.state == "down"]


def test_a_finger_is_a_finger_and_no_mouse(driver: KioskDriver, fingers: list[Finger]) -> None:
    fingers[0].down_on("Borrow")
    assert len(pressed(driver)) == 1
    fingers[0].up()
    assert driver.commands == [AskForCard(Purpose.BORROW)]


def test_gum_holds_a_button_for_twenty_seconds_and_fires_nothing(
    driver: KioskDriver, fingers: list[Finger], hand: ClockHand
) -> None:
    fingers[0].down_on("Borrow")
    hand.passes(driver, STUCK_S - 2)
    assert len(pressed(driver)) == 1
    hand.passes(driver, 4)
    assert pressed(driver) == []
    fingers[0].up()
    assert driver.posted == []


def test_beside_gum_all_others_are_felt(driver: KioskDriver, fingers: list[Finger], hand: ClockHand) -> None:
    fingers[0].down_on("Borrow")
    fingers[1].down_on("Search")
    fingers[1].up()
    hand.passes(driver, STUCK_S + 2)
    fingers[1].down_on("Borrow")
    fingers[1].up()
    assert driver.commands == [StartSearching(), AskForCard(Purpose.BORROW)]


def test_gum_that_trembles_stays_gum_and_reaches_no_widget(
    driver: KioskDriver, fingers: list[Finger], hand: ClockHand
) -> None:
    fingers[0].down_on("Borrow")
    hand.passes(driver, STUCK_S + 2)
    moved: list[object] = []
    driver.app.stage.bind(on_touch_move=lambda _stage, touch: moved.append(touch))
    for step in range(50):
        fingers[0].to(200 + step, 200)
    assert moved == []
    assert pressed(driver) == []


def test_the_finger_that_comes_back_after_gum_counts(
    driver: KioskDriver, fingers: list[Finger], hand: ClockHand
) -> None:
    fingers[0].down_on("Borrow")
    hand.passes(driver, STUCK_S + 2)
    fingers[0].up()
    fingers[0].down_on("Borrow")
    fingers[0].up()
    assert driver.commands == [AskForCard(Purpose.BORROW)]


def test_an_empty_glass_is_not_looked_at(driver: KioskDriver, fingers: list[Finger], hand: ClockHand) -> None:
    fingers[0].down_on("Borrow")
    assert driver.app._touches._look_for_stuck.is_triggered
    fingers[0].up()
    hand.passes(driver, 2)
    assert not driver.app._touches._look_for_stuck.is_triggered


def test_a_screen_that_goes_takes_the_touch_on_it_along(driver: KioskDriver, fingers: list[Finger]) -> None:
    fingers[0].down_on("Borrow")
    driver.show(Attract())
    fingers[0].up()
    assert driver.posted == []
    driver.show(Home())
    assert pressed(driver) == []


def test_the_same_screen_with_news_keeps_the_touch_on_it(driver: KioskDriver, fingers: list[Finger]) -> None:
    fingers[0].down_on("Borrow")
    driver.show(Home(), Language.EN, leaving_in_s=None)
    fingers[0].up()
    assert driver.commands == [AskForCard(Purpose.BORROW)]


def test_ten_fingers_at_once_are_ten_touches(driver: KioskDriver, fingers: list[Finger]) -> None:
    driver.show(SCENES["guard_sign_in"])
    for finger, digit in zip(fingers, "1234567890", strict=True):
        finger.down_on(digit)
    for finger in fingers:
        finger.up()
    assert driver.commands == [EnterDigit(int(digit)) for digit in "1234567890"]


def test_a_panel_that_bounces_types_one_digit(driver: KioskDriver, fingers: list[Finger]) -> None:
    driver.show(SCENES["guard_sign_in"])
    fingers[0].down_on("1")
    fingers[0].up()
    for finger in fingers[1:3]:
        driver.passes(0.02)
        finger.tells(FINGER_DOWN, *fingers[0].at)
        finger.up()
    assert driver.commands == [EnterDigit(1)]
    driver.passes(0.06)
    fingers[3].tells(FINGER_DOWN, *fingers[0].at)
    fingers[3].up()
    assert driver.commands == [EnterDigit(1), EnterDigit(1)]


def test_a_drag_across_the_buttons_presses_none(driver: KioskDriver, fingers: list[Finger]) -> None:
    fingers[0].down_on("Borrow")
    for x in range(0, 800, 40):
        fingers[0].to(x, 200)
    fingers[0].to(799, 1)
    fingers[0].up()
    assert driver.posted == []
    assert pressed(driver) == []


@pytest.mark.parametrize("place", [(-50, -50), (5000, 200), (0, 0), (799, 479)])
def test_a_touch_at_the_edge_or_outside_does_nothing(
    driver: KioskDriver, fingers: list[Finger], place: tuple[int, int]
) -> None:
    before = list(driver.window.children)
    fingers[0].tells(FINGER_DOWN, *place)
    fingers[0].up()
    assert driver.posted == []
    assert list(driver.window.children) == before


def test_a_long_press_opens_nothing(driver: KioskDriver, fingers: list[Finger], hand: ClockHand) -> None:
    before = list(driver.window.children)
    fingers[0].down_on("Borrow")
    hand.passes(driver, 5)
    assert list(driver.window.children) == before
    assert driver.posted == []
    fingers[0].up()
    assert driver.commands == [AskForCard(Purpose.BORROW)]
