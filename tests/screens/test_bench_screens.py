"""The technician's bench, as a technician uses it in a dim room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from appliance.language.fonts import pictogram
from appliance.messages import (
    AnswerTrial,
    ExamineAgain,
    GoBack,
    PlayAgain,
    ShowStateCode,
    StartTrial,
    TouchTarget,
    TurnPage,
)
from appliance.model import Language
from appliance.model.findings import Cause
from appliance.status import TARGETS, BenchCode, ScanTrial, SlipTrial, SoundTrial, TouchTrial, Trial
from tests.screens.kiosk_driver import KioskDriver
from ui.samples.bench import BENCH, SAMPLES, STATE


def photographed(driver: KioskDriver, folder: Path) -> str:
    """What a telephone reads off the screen."""
    from ui.pixels import grab

    driver.frames(4)
    grab(folder / "screen.png")
    screen = Image.open(folder / "screen.png").convert("L")
    (read,) = zxingcpp.read_barcodes(screen)
    _stands_upright(screen, read.position)
    return read.text


def _stands_upright(screen: Image.Image, position: Any) -> None:
    """Not mirrored, which no telephone reads: three corners have their square, below right has none."""
    corners = (position.top_left, position.top_right, position.bottom_left, position.bottom_right)
    middle_x = sum(corner.x for corner in corners) / 4
    middle_y = sum(corner.y for corner in corners) / 4
    finders = [_is_finder(screen, corner, middle_x, middle_y) for corner in corners]
    assert [corner.x < middle_x for corner in corners] == [True, False, True, False]
    assert finders == [True, True, True, False]


def _is_finder(screen: Image.Image, corner: Any, middle_x: float, middle_y: float) -> bool:
    """A finder is black along its outermost row, for seven modules of three pixels or more."""
    step_x, step_y = (1 if corner.x < middle_x else -1), (1 if corner.y < middle_y else -1)
    edge: list[Any] = [
        screen.getpixel((corner.x + step_x * (2 + at), corner.y + step_y * 2)) for at in range(16)
    ]
    return all(pixel < 128 for pixel in edge)


def test_the_worst_is_on_top_with_its_sign_and_what_to_do(driver: KioskDriver) -> None:
    driver.show(BENCH)
    words = driver.words()
    assert "3 broken · 4 to watch" in words
    assert words.index("Scanner · The scanner on the reader’s side is not there.") < words.index(
        "Paper · There is no paper."
    )
    assert "Put a new roll in, its printing side to the head." in words
    assert driver.pictograms().count("close") == 3


def test_pages_turn(driver: KioskDriver) -> None:
    driver.show(BENCH)
    driver.tap_on("next")
    assert driver.commands == [TurnPage(1)]
    driver.show(dict(SAMPLES)["bench_troubled_last"])
    assert "Screen · This computer does not tell of its screen." in driver.words()
    assert driver.pictograms().count("close") == 0


def test_each_button_asks_for_its_trial(driver: KioskDriver) -> None:
    driver.show(BENCH)
    for words in ("Scan this", "Look at a slip", "Touch corners", "Hear this", "Code of all", "Look again"):
        driver.tap_on(words)
    assert driver.commands == [
        StartTrial(Trial.SCAN),
        StartTrial(Trial.SLIP),
        StartTrial(Trial.TOUCH),
        StartTrial(Trial.SOUND),
        ShowStateCode(),
        ExamineAgain(),
    ]


def test_while_the_devices_are_looked_at_nobody_asks_again(driver: KioskDriver) -> None:
    driver.show(replace(BENCH, examining=True))
    assert "Looking at the devices…" in driver.words()
    driver.tap_on("Look again")
    assert driver.commands == []


def test_the_state_can_be_read_off_the_screen(driver: KioskDriver, tmp_path: Path) -> None:
    driver.show(BenchCode(BENCH.state))
    assert photographed(driver, tmp_path) == STATE


def test_the_longest_state_can_be_read_off_the_small_screen(driver: KioskDriver, tmp_path: Path) -> None:
    broken = ",".join(f"{cause}!" for cause in list(Cause)[::5])
    longest = "//".join((STATE.rpartition("//")[0], broken))
    assert len(longest) > 300
    driver.show(BenchCode(longest))
    assert photographed(driver, tmp_path) == longest


def test_the_code_of_the_scan_trial_can_be_scanned(driver: KioskDriver, tmp_path: Path) -> None:
    driver.show(ScanTrial("BCE-TRIAL"))
    assert photographed(driver, tmp_path) == "BCE-TRIAL"


def test_what_each_side_read_is_told(driver: KioskDriver) -> None:
    driver.show(dict(SAMPLES)["scan_trial"])
    driver.tap_on("It reads nothing")
    driver.show(dict(SAMPLES)["scan_trial_heard"])
    assert "Read as it should be · QR · 9 letters" in driver.words()
    assert "Read another code · kind not told · 13 letters" in driver.words()
    driver.tap_on("Done")
    assert driver.commands == [AnswerTrial(well=False), AnswerTrial(well=True)]


def test_the_slip_is_shown_once_it_is_drawn_and_judged(driver: KioskDriver) -> None:
    driver.show(SlipTrial())
    assert "Drawing the test slip…" in driver.words()
    driver.show(dict(SAMPLES)["slip_trial"])
    assert driver.app.stage.screen.picture.size == (576, 700)
    driver.tap_on("Yes")
    driver.tap_on("No")
    assert driver.commands == [AnswerTrial(well=True), AnswerTrial(well=False)]


def test_the_sound_can_be_played_again(driver: KioskDriver) -> None:
    driver.show(SoundTrial(), Language.KM)
    driver.tap_on(pictogram("renew"))
    driver.tap_on(pictogram("approve"))
    assert driver.commands == [PlayAgain(), AnswerTrial(well=True)]


@pytest.mark.parametrize("at", range(TARGETS))
def test_each_target_is_in_its_place_and_a_touch_beside_it_is_a_miss(driver: KioskDriver, at: int) -> None:
    # Kivy may be imported only once the window is prepared.
    from ui.screens.technician.touch_trial import PLACES

    driver.show(TouchTrial(hits=at))
    target = driver.app.stage.screen.ids.target
    centre = (
        target.width / 2 + (driver.size[0] - target.width) * PLACES[at][0],
        target.height / 2 + (driver.size[1] - target.height) * PLACES[at][1],
    )
    driver.tap(*centre)
    driver.tap(driver.size[0] / 2 + 120, driver.size[1] / 2)
    assert driver.commands == [TouchTarget(hit=True), TouchTarget(hit=False)]


def test_a_touch_trial_can_be_stopped(driver: KioskDriver) -> None:
    driver.show(TouchTrial())
    driver.tap_on("Stop")
    assert driver.commands == [GoBack()]
