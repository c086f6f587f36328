"""Each civil day is closed once, whatever the power and the clock do."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from appliance.kiosk.jobs.desk import BEGINS_AFTER_S
from appliance.messages import GoHome, Started, StartReturning
from appliance.model.clock import Doubt
from tests.flows.storyboard import MONDAY, Storyboard, borrows, open_storyboard

DAY = timedelta(days=1)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storyboard]:
    story = open_storyboard(tmp_path)
    yield story
    story.store.close()


def settles(story: Storyboard) -> None:
    """Long enough for the jobs of these tests to be planned and to do all their steps."""
    story.waits(BEGINS_AFTER_S + 20)


def closed_days(story: Storyboard) -> list[dict[str, object]]:
    rows = story.store.connection.execute("SELECT body FROM journal WHERE kind = 'day_closed' ORDER BY seq")
    return [json.loads(str(body)) for (body,) in rows]


def test_each_day_is_closed_once_with_counts_that_name_nobody(story: Storyboard) -> None:
    settles(story)
    borrows(story, "Chanthy", "B1", "B2")
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    story.passes(DAY)
    settles(story)
    assert closed_days(story) == [
        {"day": "2026-11-23", "loans": 2, "returns": 1, "renewals": 0, "requests": 0}
    ]
    story.passes(DAY)
    settles(story)
    assert [row["day"] for row in closed_days(story)] == ["2026-11-23", "2026-11-24"]
    assert closed_days(story)[1]["loans"] == 0


def test_days_without_power_are_closed_when_it_comes_back(story: Storyboard) -> None:
    settles(story)
    borrows(story, "Chanthy", "B1")
    story.now += 3 * DAY
    story.power_is_cut()
    settles(story)
    days = closed_days(story)
    assert [row["day"] for row in days] == ["2026-11-23", "2026-11-24", "2026-11-25"]
    assert [row["loans"] for row in days] == [1, 0, 0]
    story.power_is_cut()
    settles(story)
    assert closed_days(story) == days


def test_a_power_cut_between_two_days_closes_neither_twice(story: Storyboard) -> None:
    settles(story)
    story.now += 4 * DAY
    story.power_is_cut()
    story.waits(BEGINS_AFTER_S + 2)
    assert 0 < len(closed_days(story)) < 4
    story.power_is_cut()
    settles(story)
    assert [row["day"] for row in closed_days(story)] == [f"2026-11-{day}" for day in (23, 24, 25, 26)]


def test_a_clock_that_steps_back_over_midnight_closes_no_day_twice(story: Storyboard) -> None:
    settles(story)
    story.passes(DAY)
    settles(story)
    story.library.timekeeper.confirm(MONDAY)
    settles(story)
    story.passes(DAY)
    settles(story)
    assert [row["day"] for row in closed_days(story)] == ["2026-11-23"]
    story.passes(DAY)
    settles(story)
    assert [row["day"] for row in closed_days(story)] == ["2026-11-23", "2026-11-24"]


def test_no_day_is_closed_while_the_date_is_in_doubt(story: Storyboard) -> None:
    story.post(Started())
    settles(story)
    story.now += 40 * DAY
    story.waits(1)
    assert story.status.date_doubt is Doubt.JUMPED_WHILE_RUNNING
    story.passes(2 * DAY)
    settles(story)
    assert closed_days(story) == []
    story.library.timekeeper.confirm(MONDAY + 2 * DAY)
    settles(story)
    assert [row["day"] for row in closed_days(story)] == ["2026-11-23", "2026-11-24"]


def test_a_day_begins_at_midnight_where_the_library_is(
    story: Storyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    settles(story)
    story.passes(timedelta(hours=14, minutes=50))
    borrows(story, "Chanthy", "B1")
    story.passes(timedelta(minutes=20))
    borrows(story, "Chanthy", "B2", "B3")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "America/Lima")
        time.tzset()
        story.passes(DAY)
        settles(story)
    time.tzset()
    days = [(row["day"], row["loans"]) for row in closed_days(story)]
    assert days == [("2026-11-23", 1), ("2026-11-24", 2)]
