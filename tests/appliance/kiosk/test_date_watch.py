"""How far the date can be trusted is noted: at each start, when trust changes, and twice a day besides."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from appliance.kiosk import date_watch
from appliance.kiosk.context import DeskContext
from appliance.messages import Started
from appliance.model.clock import Boot, ClockRecord, Doubt, Leap
from appliance.timekeeping.timekeeper import Timekeeper
from tests.flows.journal_rows import journal_rows
from tests.flows.storyboard import MONDAY, Storyboard

BOOT = Boot("3f2a90cc-51d7")


def begins(story: Storyboard, boot: Boot = BOOT) -> None:
    """The loop's first two messages."""
    story.library.timekeeper.boot = boot
    story.post(Started())


def clock_rows(story: Storyboard) -> list[dict[str, Any]]:
    return [body for kind, body in journal_rows(story) if kind == "clock"]


def kept(story: Storyboard) -> ClockRecord:
    return story.store.dates.record()


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_keeper_begins_at_what_the_library_knows(story: Storyboard) -> None:
    record = ClockRecord(5.5, "a boot", 3, MONDAY)
    with story.store.transaction():
        story.store.dates.keep(record)
    keeper = date_watch.timekeeper_over(story.store, BOOT)
    assert (keeper.floor, keeper.record, keeper.boot, keeper.trusts_wall) == (MONDAY, record, BOOT, False)
    assert date_watch.timekeeper_over(story.store, BOOT, trusts_wall=True).trusts_wall


def test_a_start_notes_a_sure_date_with_its_boot_and_moment(story: Storyboard) -> None:
    begins(story)
    assert [row["quality"] for row in clock_rows(story)] == ["sure"]
    assert kept(story) == ClockRecord(boot_id=BOOT.id, noted_at=MONDAY, wall=MONDAY)
    assert story.library.timekeeper.record == kept(story)


def test_a_boot_that_nobody_can_tell_is_kept_as_one_that_is_not_the_first(story: Storyboard) -> None:
    begins(story, Boot(""))
    assert kept(story).boot_id == "-"


def test_once_noted_it_is_noted_anew_after_twelve_hours_and_not_before(story: Storyboard) -> None:
    begins(story)
    story.passes(timedelta(hours=11, minutes=59, seconds=59))
    assert len(clock_rows(story)) == 1
    story.passes(timedelta(seconds=1))
    assert [moment(row["time"]) for row in clock_rows(story)] == [MONDAY, MONDAY + timedelta(hours=12)]
    story.waits(30)
    assert len(clock_rows(story)) == 2
    assert kept(story).noted_at == MONDAY + timedelta(hours=12)


def test_nothing_is_noted_before_the_start_was(story: Storyboard) -> None:
    story.passes(timedelta(hours=13))
    assert clock_rows(story) == []
    assert date_watch.noted_next_at(story.library) is None


def test_a_doubt_is_noted_at_once_and_the_row_where_it_began_is_kept(story: Storyboard) -> None:
    begins(story)
    sure = kept(story)
    story.now += timedelta(days=2)
    story.waits(1)
    doubted = clock_rows(story)
    assert [row["quality"] for row in doubted] == ["sure", str(Doubt.JUMPED_WHILE_RUNNING)]
    began = story.journal_head().seq
    assert kept(story) == replace(
        sure,
        doubt_after=began,
        noted_at=MONDAY + timedelta(seconds=1),
        doubt=Doubt.JUMPED_WHILE_RUNNING,
        wall=MONDAY + timedelta(seconds=1),  # as if nobody had moved it
        uptime_s=1.0,
    )
    assert moment(doubted[1]["wall"]) == story.now
    assert moment(doubted[1]["time"]) == MONDAY + timedelta(seconds=1)
    story.waits(60)
    assert len(clock_rows(story)) == 2
    story.passes(timedelta(hours=12))
    assert len(clock_rows(story)) == 3
    assert (kept(story).doubt_after, kept(story).boot_id) == (began, BOOT.id)


def test_a_date_that_is_sure_again_is_noted_at_once(story: Storyboard) -> None:
    begins(story)
    story.now += timedelta(days=2)
    story.waits(1)
    story.library.timekeeper.confirm(story.now)
    story.waits(1)
    assert [row["quality"] for row in clock_rows(story)] == ["sure", "jumped_while_running", "sure"]
    assert kept(story) == ClockRecord(boot_id=BOOT.id, noted_at=story.now, wall=story.now, uptime_s=2.0)
    story.waits(60)
    assert len(clock_rows(story)) == 3


def test_a_leap_that_is_believed_is_told_once_before_the_clocks_row(story: Storyboard) -> None:
    begins(story)
    with story.store.transaction():
        story.store.dates.keep(replace(kept(story), boot_id="the boot before"))
    story.now += timedelta(days=3)
    for _ in range(2):
        story.power_is_cut()
        begins(story)
    last = [kind for kind, _ in journal_rows(story)]
    assert last.count("clock_believed") == 1
    assert last[last.index("clock_believed") + 1] == "clock"
    assert kept(story).leap == Leap(MONDAY, MONDAY + timedelta(days=3))


def test_where_the_wall_clock_is_the_time_nothing_is_noted(story: Storyboard) -> None:
    story.library.timekeeper.trusts_wall = True
    begins(story)
    story.passes(timedelta(hours=13))
    assert clock_rows(story) == []
    assert kept(story) == ClockRecord()
    assert date_watch.noted_next_at(story.library) is None


def test_what_is_read_is_told_to_the_millisecond(story: Storyboard) -> None:
    context: DeskContext = story.library
    context.timekeeper = Timekeeper(floor=MONDAY, boot=BOOT)
    context.set_time(MONDAY + timedelta(microseconds=1_234_567), 9.87654)
    read = date_watch.as_read(context)
    assert (read.boot, read.uptime_s, read.quality) == (BOOT.id, 9.877, "sure")
    assert read.wall == read.time == "2026-11-23T02:00:01.234+00:00"
