"""A window that changes its size: the kiosk follows once it rests, and what was built before is let go."""

from __future__ import annotations

import gc
import time
from weakref import ref

import pytest

from appliance.messages import AskForCard
from appliance.model import Language
from appliance.status import Home, Purpose, Status
from tests.screens.kiosk_driver import TODAY, KioskDriver
from tests.screens.test_every_screen import _clipped
from ui.fit import density_of, stage_in

CORNERS = ((820, 500), (860, 540), (900, 600))
"""On its way: the window is drawn larger by its corner."""


@pytest.fixture
def resized(driver: KioskDriver) -> KioskDriver:
    """At home, in a window of the last size."""
    driver.app.take(Status(1, Home(), Language.EN, TODAY))
    driver.frames(2)
    draw_corner(driver)
    driver.size = CORNERS[-1]
    return driver


def draw_corner(driver: KioskDriver) -> None:
    from ui.app import RESIZED_S

    for size in CORNERS:
        driver.window.size = size
        driver.frames(2)
    end_s = time.monotonic() + RESIZED_S + 0.1
    while time.monotonic() < end_s:
        driver.frames()


def test_the_stage_fills_the_new_window_and_shows_what_it_showed(resized: KioskDriver) -> None:
    from kivy.metrics import Metrics

    pos, size = stage_in(CORNERS[-1])
    assert (tuple(resized.app.stage.pos), tuple(resized.app.stage.size)) == (pos, size)
    assert Metrics.density == density_of(CORNERS[-1])
    assert "Borrow" in resized.words()
    assert list(_clipped(resized)) == []


def test_a_button_is_touched_where_it_is_drawn_now(resized: KioskDriver) -> None:
    resized.tap_on("Borrow")
    assert resized.commands == [AskForCard(Purpose.BORROW)]


def test_only_the_size_at_rest_is_built(driver: KioskDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[tuple[int, int]] = []
    build = driver.app.build

    def noted() -> object:
        built.append(tuple(driver.window.size))
        return build()

    monkeypatch.setattr(driver.app, "build", noted)
    draw_corner(driver)
    assert built == [CORNERS[-1]]


def test_what_was_built_for_the_size_before_is_let_go(driver: KioskDriver) -> None:
    driver.app.take(Status(1, Home(), Language.EN, TODAY))
    driver.frames(2)
    before = ref(driver.app.stage.screen)
    # As the kiosk does once all is built: out of the collector's sight.
    gc.collect()
    gc.freeze()
    draw_corner(driver)
    gc.collect()
    assert before() is None


def test_the_title_of_a_demos_window_says_how_to_leave(driver: KioskDriver) -> None:
    from kivy.uix.widget import Widget

    from ui.app import KioskApp

    assert driver.app.title == "BCE Kiosk"
    assert KioskApp(lambda _: None, Widget).title == "BCE Kiosk demo: close this window to leave"


def test_the_window_that_was_opened_decides_and_not_the_one_asked_for(driver: KioskDriver) -> None:
    from kivy.metrics import Metrics

    from ui.launch import prepare

    Metrics.density = 9
    prepare((1600, 960))
    assert Metrics.density == density_of(driver.size)
