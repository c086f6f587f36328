"""A book is due on a day of the site's calendar, wherever the machine's clock thinks it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from appliance.status import Basket
from tests.flows.storyboard import Storyboard


@pytest.mark.parametrize(
    ("zone", "before_midnight"),
    [
        ("Asia/Phnom_Penh", datetime(2026, 11, 23, 16, 59, 58, tzinfo=UTC)),
        ("Pacific/Apia", datetime(2026, 11, 23, 10, 59, 58, tzinfo=UTC)),
        ("America/Guyana", datetime(2026, 11, 24, 3, 59, 58, tzinfo=UTC)),
    ],
)
def test_the_day_changes_at_the_sites_own_midnight(
    story: Storyboard, zone: str, before_midnight: datetime
) -> None:
    story.library.zone = ZoneInfo(zone)
    story.passes(before_midnight - story.now)
    assert story.status.today == date(2026, 11, 23)
    story.scans_card_of("Dara")
    story.scans("B1")
    assert story.sees(Basket).lines[0].due_on == date(2026, 11, 23) + timedelta(days=14)
    story.waits(2)
    assert story.status.today == date(2026, 11, 24)
    assert story.sees(Basket).lines[0].due_on == date(2026, 11, 24) + timedelta(days=14)
