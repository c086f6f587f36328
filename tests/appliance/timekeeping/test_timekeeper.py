"""What the library's time is, and when it is in doubt, for every kind of clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from appliance.model.clock import NOTHING_NOTED, Boot, ClockRecord, Doubt, Leap
from appliance.timekeeping.timekeeper import BUILT_AT, Timekeeper, first_moment, floor_of

FLOOR = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
NOTED = ClockRecord(boot_id="one", noted_at=FLOOR)


def keeper(record: ClockRecord = NOTED, boot: Boot = Boot("two")) -> Timekeeper:  # noqa: B008
    return Timekeeper(FLOOR, record, boot)


def test_a_believable_start_is_taken_and_counts_powered_seconds() -> None:
    time = keeper()
    assert time.read(FLOOR + timedelta(hours=35), 10) == FLOOR + timedelta(hours=35)
    assert time.read(FLOOR + timedelta(hours=35, minutes=1), 70) == FLOOR + timedelta(hours=35, minutes=1)
    assert time.doubt is None


def test_more_than_a_fortnight_ahead_is_in_doubt_and_a_fortnight_is_not() -> None:
    fortnight = timedelta(days=14)
    for ahead, doubt in ((fortnight, None), (fortnight + timedelta(seconds=1), Doubt.JUMPED_AHEAD)):
        time = keeper()
        assert time.read(FLOOR + ahead, 0) == (FLOOR if doubt else FLOOR + ahead)
        assert time.doubt is doubt


def test_more_than_36_hours_are_believed_with_a_mark_and_36_without() -> None:
    for ahead, marked in ((timedelta(hours=36), False), (timedelta(hours=36, seconds=1), True)):
        time = keeper()
        time.read(FLOOR + ahead, 0)
        assert (time.doubt, time.leap) == (None, Leap(FLOOR, FLOOR + ahead) if marked else None)


def test_a_mark_that_nobody_looked_at_goes_on_over_a_night_and_begins_at_its_beginning() -> None:
    earlier = Leap(FLOOR - timedelta(days=3), FLOOR)
    for ahead, until in ((timedelta(hours=15), FLOOR), (timedelta(days=3), FLOOR + timedelta(days=3))):
        time = keeper(replace(NOTED, leap=earlier))
        time.read(FLOOR + ahead, 0)
        assert time.leap == Leap(earlier.since, until)


def test_a_new_library_has_no_mark() -> None:
    time = keeper(NOTHING_NOTED)
    time.read(FLOOR + timedelta(days=300), 0)
    assert (time.doubt, time.leap) == (None, None)


def test_a_clock_that_says_this_boot_began_before_the_last_one_ended_is_not_believed() -> None:
    for powered_s, doubt in ((20 * 60, Doubt.BEFORE_FLOOR), (14 * 60, None)):
        time = keeper()
        time.read(FLOOR + timedelta(minutes=10), powered_s)
        assert time.doubt is doubt


NOTED_AT_600_S = replace(NOTED, wall=FLOOR - timedelta(days=900), uptime_s=600.0)


def test_in_the_same_boot_the_uptime_tells_the_time_and_no_clock_is_asked() -> None:
    record = replace(NOTED_AT_600_S, doubt=Doubt.BEFORE_FLOOR, doubt_after=3)
    time = keeper(record, Boot("one", has_clock=False))
    assert time.read(FLOOR - timedelta(days=900) + timedelta(hours=3), 600 + 3 * 3600) == FLOOR + timedelta(
        hours=3
    )
    assert time.doubt is Doubt.BEFORE_FLOOR


def test_a_clock_that_was_moved_while_the_program_was_stopped_moves_no_date() -> None:
    for noted_doubt in (None, Doubt.JUMPED_WHILE_RUNNING):
        time = keeper(replace(NOTED_AT_600_S, doubt=noted_doubt), Boot("one"))
        assert time.read(FLOOR + timedelta(days=5), 660) == FLOOR + timedelta(minutes=1)
        assert time.doubt is Doubt.JUMPED_WHILE_RUNNING
        time.read(FLOOR - timedelta(days=900) + timedelta(minutes=2), 720)
        assert time.doubt is None


def test_a_boot_that_is_noted_and_counts_from_nothing_again_is_another_one() -> None:
    time = keeper(NOTED_AT_600_S, Boot("one"))
    assert time.read(FLOOR + timedelta(hours=2), 5) == FLOOR + timedelta(hours=2)
    assert time.doubt is None


def test_a_second_before_the_floor_is_in_doubt_and_goes_on_from_the_floor() -> None:
    time = keeper()
    assert time.read(FLOOR - timedelta(seconds=1), 0) == FLOOR
    assert time.doubt is Doubt.BEFORE_FLOOR
    assert time.read(FLOOR, 1) == FLOOR + timedelta(seconds=1)


def test_a_new_boot_without_a_battery_is_in_doubt_and_the_same_boot_is_not() -> None:
    for boot, doubt in ((Boot("two", has_clock=False), Doubt.NO_RTC), (Boot("one", has_clock=False), None)):
        time = keeper(boot=boot)
        time.read(FLOOR + timedelta(minutes=1), 0)
        assert time.doubt is doubt


def test_a_jump_while_running_is_noticed_and_forgotten_when_it_is_undone() -> None:
    time = keeper()
    time.read(FLOOR, 0)
    assert time.read(FLOOR + timedelta(hours=1), 60) == FLOOR + timedelta(minutes=1)
    assert time.doubt is Doubt.JUMPED_WHILE_RUNNING
    assert time.read(FLOOR + timedelta(minutes=2), 120) == FLOOR + timedelta(minutes=2)
    assert time.doubt is None


def test_the_kept_difference_makes_the_time_of_a_wrong_clock() -> None:
    wall = datetime(2001, 1, 1, tzinfo=UTC)
    offset_s = (FLOOR + timedelta(hours=2) - wall).total_seconds()
    time = keeper(ClockRecord(offset_s, "one", noted_at=FLOOR))
    assert time.read(wall, 0) == FLOOR + timedelta(hours=2)
    assert time.doubt is None


def test_a_difference_that_leads_out_of_the_calendar_is_left_out() -> None:
    time = keeper(ClockRecord(1e10, "one", noted_at=FLOOR))
    assert time.read(datetime(9990, 1, 1, tzinfo=UTC), 0) == FLOOR
    assert time.doubt is Doubt.JUMPED_AHEAD
    assert time.likely == FLOOR


def test_the_floor_is_the_programs_making_or_the_journals_last_row() -> None:
    assert floor_of(NOTED, None) == BUILT_AT
    assert floor_of(NOTED, datetime(1970, 1, 1, tzinfo=UTC)) == BUILT_AT
    assert floor_of(NOTED, FLOOR) == FLOOR


def test_a_journal_that_was_ahead_is_no_floor_until_it_is_overtaken() -> None:
    ahead = datetime(2038, 1, 1, tzinfo=UTC)
    record = ClockRecord(noted_at=FLOOR, journal_ahead=ahead)
    assert floor_of(record, ahead) == FLOOR
    assert floor_of(record, ahead + timedelta(seconds=1)) == ahead + timedelta(seconds=1)


def test_a_library_never_begins_before_its_program_nor_in_another_century() -> None:
    assert first_moment(datetime(1970, 1, 1, tzinfo=UTC)) == BUILT_AT
    assert first_moment(datetime(2106, 1, 1, tzinfo=UTC)) == BUILT_AT
    assert first_moment(FLOOR) == FLOOR
