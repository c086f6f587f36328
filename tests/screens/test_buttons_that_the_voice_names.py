"""What the voice tells to touch is on the screen, can be touched, and has the colour that it says."""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import rgb_to_hsv
from dataclasses import replace

import pytest

from appliance.kiosk.voice.announce import everything
from appliance.model import Language, ScannerState
from appliance.model.claims import Colour, NamesButton
from appliance.status import Status
from tests.screens.kiosk_driver import KioskDriver
from ui import theme
from ui.samples.statuses import statuses


@pytest.fixture(scope="module")
def kiosk() -> Iterator[KioskDriver]:
    shown = KioskDriver()
    yield shown
    shown.close()


def colour_of(surface: theme.Colour) -> Colour | None:
    """What anybody would call it: teal is not green."""
    hue, saturation, _ = rgb_to_hsv(*surface[:3])
    return Colour.GREEN if 90 <= hue * 360 <= 165 and saturation > 0.3 else None


def named_by(status: Status) -> list[NamesButton]:
    claims = (claim for phrase in everything(status).phrases for claim in phrase.claims)
    return [claim for claim in claims if isinstance(claim, NamesButton)]


STATUSES = dict(statuses(Language.KM))
PULLED = {
    f"{name}_without_scanner": replace(status, devices=replace(status.devices, scanner=ScannerState.LOST))
    for name, status in STATUSES.items()
}
NAMING = {name: status for name, status in (STATUSES | PULLED).items() if named_by(status)}


@pytest.mark.parametrize("name", NAMING)
def test_a_button_that_the_voice_names_is_there(kiosk: KioskDriver, name: str) -> None:
    kiosk.show(NAMING[name])
    for claim in named_by(NAMING[name]):
        button = kiosk.button(claim.sign)
        assert not button.disabled, f"{claim.sign} cannot be touched"
        if claim.colour is not None:
            assert colour_of(button.surface) is claim.colour, f"{claim.sign} is {button.surface}"


def test_screens_with_a_named_button_are_among_those_tried() -> None:
    assert {"home", "basket_one", "title_page_scanned", "guard_desk_one", "signs"} <= set(NAMING)
    assert "title_page_scanned_reference" not in NAMING


def test_the_colours_are_told_apart_as_people_do() -> None:
    assert colour_of(theme.OK) is Colour.GREEN
    others = (theme.BORROW, theme.RETURN, theme.SEARCH, theme.GUARD, theme.WARNING, theme.DANGER, theme.OFF)
    assert not any(map(colour_of, others))
