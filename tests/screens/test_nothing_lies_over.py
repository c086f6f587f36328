"""Nothing lies over what a reader came to see: not the banner, not the search field."""

from __future__ import annotations

from typing import Any

import pytest

from appliance.model import ALL_WELL, Language
from tests.screens.kiosk_driver import SIZES, KioskDriver
from ui.samples.statuses import statuses

STATUSES = dict(statuses(Language.FR))
IN_TROUBLE = [
    name for name, status in STATUSES.items() if status.devices != ALL_WELL and status.leaving_in_s is None
]
SEARCHES = [name for name in STATUSES if name.startswith("searching")]


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def kiosk(request: pytest.FixtureRequest) -> Any:
    shown = KioskDriver(request.param)
    yield shown
    shown.close()


@pytest.mark.parametrize("name", IN_TROUBLE)
def test_the_banner_leaves_all_that_can_be_touched_free(kiosk: KioskDriver, name: str) -> None:
    kiosk.show(STATUSES[name])
    banner = kiosk.app.stage._banner
    assert banner.parent is not None
    assert [type(one).__name__ for one in kiosk.touchables() if one.width and overlap(banner, one)] == []


@pytest.mark.parametrize("name", SEARCHES)
@pytest.mark.parametrize("typing", [True, False], ids=["keyboard", "covers"])
def test_the_search_field_leaves_the_covers_free(kiosk: KioskDriver, name: str, typing: bool) -> None:
    kiosk.show(STATUSES[name])
    screen = kiosk.app.stage.screen
    screen.typing = typing
    kiosk.frames(3)
    covers = [one for one in kiosk.touchables() if type(one).__name__ == "HitCover"]
    assert bool(covers) == bool(STATUSES[name].scene.hits)
    assert [cover.title.title for cover in covers if overlap(screen.ids.field, cover)] == []


def overlap(one: Any, other: Any) -> bool:
    (left, bottom), (other_left, other_bottom) = (w.to_window(*w.pos) for w in (one, other))
    beside = left + one.width <= other_left + 1 or other_left + other.width <= left + 1
    above = bottom + one.height <= other_bottom + 1 or other_bottom + other.height <= bottom + 1
    return not (beside or above)
