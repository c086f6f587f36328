"""What staff and readers see of a date that was believed, and of one that was wrong."""

from __future__ import annotations

from datetime import date

from appliance.messages import GoHome, SetDate
from tests.screens.kiosk_driver import KioskDriver
from ui.samples.statuses import SCENES


def test_a_date_that_was_believed_is_asked_for_at_the_desk_and_one_that_is_sure_is_not(
    driver: KioskDriver,
) -> None:
    asked = "Off since 20 Nov: is today Monday, 23 November 2026?"
    driver.show(SCENES["guard_desk_empty"], off_since=date(2026, 11, 20))
    assert asked in driver.words()
    driver.tap_on(asked)
    assert driver.commands == [SetDate()]
    driver.show(SCENES["guard_desk_empty"])
    assert asked not in driver.words()


def test_what_came_of_a_date_is_told_and_its_button_leads_home(driver: KioskDriver) -> None:
    driver.show(SCENES["setting_date_done"])
    assert "12 loans are due later now · 1 request waits on" in driver.words()
    driver.tap_on("Finished")
    assert driver.commands == [GoHome()]
    driver.show(SCENES["setting_date_done_nothing"])
    assert "No due date had to be moved." in driver.words()


def test_a_believed_date_says_that_one_yes_is_enough(driver: KioskDriver) -> None:
    driver.show(SCENES["setting_date_believed"])
    advice = "Off since 20 Nov: is this the date today?"
    assert advice in driver.words()


def test_my_books_says_why_a_day_is_not_that_of_the_slip(driver: KioskDriver) -> None:
    why = "The kiosk’s date was wrong. Your days were moved later."
    driver.show(SCENES["my_books_moved"])
    assert {why, "before: 29 Nov", "2 days late"} <= set(driver.words())
    driver.show(SCENES["my_books_late"])
    assert why not in driver.words()
