"""A scanner that is lost: nobody is invited to a scan, and everything else goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from appliance.model import Devices, Language, ScannerState
from tests.screens.kiosk_driver import KioskDriver
from ui.samples.statuses import statuses

STATUSES = dict(statuses(Language.EN))
LOST = Devices(scanner=ScannerState.LOST)
GUARDS_LOST = Devices(guard_scanner=ScannerState.LOST)
LIVE_BY_SCANS = ["identify_borrow", "identify_my_books", "returning_empty", "returning_many", "basket_empty"]


@pytest.fixture(scope="module")
def kiosk() -> Iterator[KioskDriver]:
    shown = KioskDriver()
    yield shown
    shown.close()


def pictures(kiosk: KioskDriver) -> list[Any]:
    # Kivy may be imported only once the window is prepared.
    from ui.widgets.basics.scan_picture import ScanPicture

    return [widget for widget in kiosk.app.stage.walk() if isinstance(widget, ScanPicture)]


def texts(kiosk: KioskDriver) -> list[str]:
    return [label.text.replace("\u200b", "") for label in kiosk.labels()]


@pytest.mark.parametrize("name", LIVE_BY_SCANS)
def test_a_screen_that_lives_by_scans_shows_the_plug_and_who_is_to_be_told(
    kiosk: KioskDriver, name: str
) -> None:
    kiosk.show(replace(STATUSES[name], devices=LOST))
    assert pictures(kiosk)
    assert not any(picture.plugged for picture in pictures(kiosk))
    assert texts(kiosk).count("Tell the librarian") == 2  # in the bar and on the screen itself
    assert not any(text.startswith(("Scan ", "Hold ")) for text in texts(kiosk))
    kiosk.show(STATUSES[name])
    assert all(picture.plugged for picture in pictures(kiosk))
    assert any(text.startswith("Scan ") for text in texts(kiosk))


@pytest.mark.parametrize("name", LIVE_BY_SCANS)
def test_the_guards_scanner_has_its_own_words_and_readers_go_on(kiosk: KioskDriver, name: str) -> None:
    kiosk.show(replace(STATUSES[name], devices=GUARDS_LOST))
    assert all(picture.plugged for picture in pictures(kiosk))
    assert "Guard’s scanner unplugged" in texts(kiosk)
    assert "Tell the librarian" not in texts(kiosk)
