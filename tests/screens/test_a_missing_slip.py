"""A slip that does not come: the loan counts, and the screen says what keeps the paper back, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from appliance.model import Devices, Language, PrinterState, ScannerState
from appliance.status import Status
from tests.screens.kiosk_driver import TODAY, KioskDriver
from ui.samples.statuses import SCENES

CAUSES = [
    (PrinterState.NO_PAPER, "The slip paper is used up", "paper_out"),
    (PrinterState.COVER_OPEN, "The lid of the printer is open", "lid_open"),
    (PrinterState.OFFLINE, "The printer is unplugged or off", "printer_offline"),
    (PrinterState.FAULT, "The printer does not work", "printer_fault"),
]


def approved(name: str, devices: Devices) -> Status:
    return replace(Status(1, SCENES[name], Language.EN, TODAY), devices=devices)


@pytest.mark.parametrize("name", ["approved_waiting", "approved_failed"])
@pytest.mark.parametrize(("state", "says", "picture"), CAUSES)
def test_the_banner_names_why_a_slip_does_not_come(
    driver: KioskDriver, name: str, state: PrinterState, says: str, picture: str
) -> None:
    driver.show(approved(name, Devices(printer=state)))
    words = driver.words()
    assert words.count(says) == 1
    assert driver.pictograms().count(picture) >= 2
    assert "Borrowing works without it" not in words


def test_a_missing_slip_is_explained_even_while_the_scanner_is_lost(driver: KioskDriver) -> None:
    both = Devices(scanner=ScannerState.LOST, printer=PrinterState.NO_PAPER)
    driver.show(approved("approved_failed", both))
    assert "The slip paper is used up" in driver.words()


def test_a_slip_in_the_hand_leaves_the_banner_to_the_scanner(driver: KioskDriver) -> None:
    both = Devices(scanner=ScannerState.LOST, printer=PrinterState.NO_PAPER)
    driver.show(approved("approved_printed", both))
    assert "The scanner is unplugged" in driver.words()
    assert "paper_out" not in driver.pictograms()


def test_nobody_judges_a_test_slip_before_its_picture_is_there(driver: KioskDriver) -> None:
    driver.show(SCENES["slip_trial_drawing"], Language.EN)
    driver.tap_on("Yes")
    assert driver.commands == []
    driver.show(SCENES["slip_trial"], Language.EN)
    driver.tap_on("Yes")
    assert len(driver.commands) == 1
