"""What the library's time is, and when it is in doubt, for every kind of clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from appliance.model.clock import Boot, ClockRecord, Doubt
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


def test_more_than_36_hours_ahead_is_in_doubt_and_36_are_not() -> None:
    for ahead, doubt in ((timedelta(hours=36), None), (timedelta(hours=36, seconds=1), Doubt.JUMPED_AHEAD)):
        time = keeper()
        time.read(FLOOR + ahead, 0)
        assert time.doubt is doubt


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
