"""Nothing moves under a finger while somebody decides, and nobody who is quick is slowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from appliance.messages import TakeOut
from appliance.model import CopyId, Language
from appliance.model.clock import Doubt
from appliance.status import Basket, MyBooks, Status
from tests.screens.kiosk_driver import TODAY, KioskDriver
from ui.samples.statuses import SCENES

PAUSE_S = 3.0


def named(driver: KioskDriver, name: str) -> list[Any]:
    """The buttons with this pictogram, from above."""
    found = [button for button in driver.touchables() if getattr(button, "name", "") == name]
    return sorted(found, key=lambda button: -button.center_y)


@pytest.fixture
def pause(monkeypatch: pytest.MonkeyPatch, driver: KioskDriver) -> Iterator[Any]:
    """Lets Kivy's clock go on by as much as a list waits."""
    from kivy.clock import Clock

    ahead = [0.0]
    real = Clock.time
    monkeypatch.setattr(Clock, "time", lambda: real() + ahead[0])

    def passes() -> None:
        ahead[0] += PAUSE_S + 0.1
        driver.settle()

    yield passes


def basket(driver: KioskDriver, *numbers: int) -> Basket:
    """The lines with these numbers of a basket of nine."""
    whole = SCENES["basket_nine"]
    assert isinstance(whole, Basket)
    return replace(whole, lines=tuple(whole.lines[number] for number in numbers))


def test_a_call_for_the_date_moves_no_answer_either(driver: KioskDriver) -> None:
    desk = SCENES["guard_desk_pages"]
    driver.show(desk)
    before = driver.button("approve").pos[:]
    driver.show(desk, date_doubt=Doubt.NO_RTC)
    assert driver.button("approve").pos[:] == before


def test_approve_and_decline_stand_apart_and_never_where_the_other_was(driver: KioskDriver) -> None:
    approving: set[tuple[float, float]] = set()
    declining: set[tuple[float, float]] = set()
    for name in [name for name in SCENES if name.startswith("guard_desk")]:
        driver.show(SCENES[name])
        for button in driver.touchables():
            if getattr(button, "name", "") in ("approve", "decline"):
                (approving if button.name == "approve" else declining).add((button.x, button.right))
    assert approving and declining
    assert min(x for x, _ in approving) - max(right for _, right in declining) >= 48


def test_ten_books_are_taken_out_in_ten_seconds(driver: KioskDriver) -> None:
    """Each time the uppermost bin, one second apart, as fast as the hand finds it."""
    basket = SCENES["basket_nine"]
    assert isinstance(basket, Basket)
    lines = [*basket.lines, *basket.lines[:1]]
    lines[-1] = replace(lines[-1], copy=replace(lines[-1].copy, id=CopyId(9999)))
    left = tuple(lines)
    driver.show(Status(1, replace(basket, lines=left, limit=12), Language.EN, TODAY))
    driver.looks()
    for number in range(10):
        bins = [button for button in driver.touchables() if getattr(button, "name", "") == "trash"]
        top = max(bins, key=lambda button: button.center_y)
        driver.taps_at_once(*top.to_window(*top.center))
        taken = driver.commands[-1]
        assert isinstance(taken, TakeOut), number
        left = tuple(line for line in left if line.copy.id != taken.copy_id)
        driver.show(Status(1, replace(basket, lines=left, limit=12), Language.EN, TODAY))
        driver.looks(1.0)
    assert left == ()


def test_a_book_that_is_taken_out_leaves_its_place_empty_for_a_while(driver: KioskDriver, pause: Any) -> None:
    driver.show(basket(driver, 0, 1, 2, 3))
    before = [button.center_y for button in named(driver, "trash")]
    driver.show(basket(driver, 0, 2, 3))
    assert [button.center_y for button in named(driver, "trash")] == [before[0], *before[2:]]
    pause()
    after = [button.center_y for button in named(driver, "trash")]
    assert len(after) == 3
    assert after[0] - after[1] == pytest.approx(after[1] - after[2])


def test_another_readers_basket_keeps_nothing(driver: KioskDriver) -> None:
    driver.show(basket(driver, 0, 1, 2))
    driver.show(basket(driver, 1, 2), session=2)
    assert len({button.center_y for button in named(driver, "trash")}) == 2
    assert named(driver, "trash")[0].means == ("take out", basket(driver, 1).lines[0].copy.id)
    assert driver.app.stage.screen.ids.rows._kept.has_gaps is False


def test_a_book_that_is_renewed_keeps_its_place_however_the_list_is_sorted(driver: KioskDriver) -> None:
    books = SCENES["my_books_late"]
    assert isinstance(books, MyBooks)
    driver.show(books)
    before = {button.means[1].id: button.center_y for button in named(driver, "renew") if button.width}
    driver.show(replace(books, lines=books.lines[::-1]))
    after = {button.means[1].id: button.center_y for button in named(driver, "renew") if button.width}
    assert after == before
    assert len(after) > 1
