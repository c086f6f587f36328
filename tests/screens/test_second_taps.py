"""No second tap ever means something that was not seen.

The property. A finger comes down twice at one place, or once while the screen changes. What the second touch
presses, if anything, is a button that

- is the one that the first touch pressed, about the same thing, drawn there ever since; or
- was drawn there, about the same thing, in every frame of the last moment before the finger came down, and
  first so long before it. (A moment is `moment_s` of the button.)

Every button of every sample is tapped twice, 60, 150 and 400 ms apart. Then every sample gives way to another
with as different a screen as any and to its neighbour on the same screen, and every place where either has a
button is tapped before the new one is laid out, before it is drawn, and after as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from appliance.model import Language
from appliance.status import Status
from tests.screens.hits import Eyes, Hit, Place, middles, tap
from tests.screens.kiosk_driver import SIZES, KioskDriver
from ui.samples.statuses import statuses

DRAWN_AFTER_S = 0.03
APART_S = (0.06, 0.15, 0.4)
LONG_S = 2.0
STATUSES = dict(statuses(Language.EN))
NAMES = list(STATUSES)
FAR = 47
"""So many samples further in the list is another screen, and each is reached from one other."""


@pytest.fixture(scope="module")
def kiosk() -> Iterator[KioskDriver]:
    shown = KioskDriver(SIZES[0])
    yield shown
    shown.close()


class Sessions:
    number = 1


def seen_for_long(kiosk: KioskDriver, status: Status) -> Status:
    """As a person who has just come sees it: nothing is left of what was touched before."""
    Sessions.number += 1
    fresh = replace(status, session=Sessions.number)
    kiosk.show(fresh)
    kiosk.looks(LONG_S)
    return fresh


@pytest.mark.parametrize("name", NAMES)
def test_the_second_of_two_taps_presses_nothing_new(kiosk: KioskDriver, name: str) -> None:
    seen_for_long(kiosk, STATUSES[name])
    for number in range(len(middles(kiosk))):
        seen_for_long(kiosk, STATUSES[name])
        place = middles(kiosk)[number]
        eyes = Eyes(kiosk, [place])
        eyes.see()
        eyes.waits(LONG_S)
        first = tap(kiosk, place)
        for apart_s in APART_S:
            kiosk.settle(2)
            before_s = eyes.now_s - LONG_S
            eyes.waits(max(0.0, DRAWN_AFTER_S - before_s))
            eyes.see()
            eyes.waits(apart_s - (eyes.now_s - LONG_S))
            second = tap(kiosk, place)
            assert second is None or second == first or eyes.saw(place, second), (name, place, apart_s)


def neighbour(name: str) -> str:
    """Another sample on the same screen, if there is one."""
    scene = type(STATUSES[name].scene)
    same = [other for other in NAMES if type(STATUSES[other].scene) is scene]
    return same[(same.index(name) + 1) % len(same)]


def far(name: str) -> str:
    return NAMES[(NAMES.index(name) + FAR) % len(NAMES)]


@pytest.mark.parametrize("other", [neighbour, far])
@pytest.mark.parametrize("name", NAMES)
def test_a_tap_while_the_screen_changes_presses_nothing_new(
    kiosk: KioskDriver, name: str, other: Callable[[str], str]
) -> None:
    now = seen_for_long(kiosk, STATUSES[name])
    after = replace(STATUSES[other(name)], session=now.session)
    before = set(middles(kiosk))
    kiosk.show(after)
    places = list(before | set(middles(kiosk)))
    now = seen_for_long(kiosk, STATUSES[name])
    eyes = Eyes(kiosk, places)
    eyes.see()
    eyes.waits(LONG_S)
    kiosk.app.show(replace(after, session=now.session))
    presses_nothing_new(kiosk, eyes, places)
    kiosk.settle()
    presses_nothing_new(kiosk, eyes, places)
    eyes.see()
    for apart_s in APART_S:
        eyes.waits(apart_s - DRAWN_AFTER_S - (eyes.now_s - LONG_S))
        presses_nothing_new(kiosk, eyes, places)


def presses_nothing_new(kiosk: KioskDriver, eyes: Eyes, places: list[Place]) -> None:
    for place in places:
        hit = tap(kiosk, place)
        assert hit is None or eyes.saw(place, hit), (place, hit)


@pytest.mark.parametrize(
    "name", ["home", "basket_three", "guard_desk_pages", "my_books_one", "guard_sign_in"]
)
def test_what_was_seen_for_a_moment_answers(kiosk: KioskDriver, name: str) -> None:
    """Nothing is dead for longer than it must be."""
    for number in range(len(middles(kiosk))):
        seen_for_long(kiosk, STATUSES["attract"])
        kiosk.show(replace(STATUSES[name], session=Sessions.number))
        kiosk.looks(0.4)
        pressed: Hit | None = tap(kiosk, middles(kiosk)[number % len(middles(kiosk))])
        assert pressed is not None
