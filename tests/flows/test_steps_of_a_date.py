"""One step forward or back in each part of a date always ends on a date that exists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.kiosk.staff.date_steps import changed
from appliance.status import DatePart


@pytest.mark.parametrize(
    ("at", "part", "by", "then"),
    [
        ("2026-11-30 23:59", DatePart.DAY, 1, "2026-12-01 23:59"),
        ("2026-11-30 23:59", DatePart.HOUR, 1, "2026-12-01 00:59"),
        ("2026-11-30 23:59", DatePart.MINUTE, 1, "2026-12-01 00:00"),
        ("2026-11-30 23:59", DatePart.MINUTE, -1, "2026-11-30 23:58"),
        ("2026-12-15 08:00", DatePart.MONTH, 1, "2027-01-15 08:00"),
        ("2026-01-15 08:00", DatePart.MONTH, -1, "2025-12-15 08:00"),
        ("2026-01-31 08:00", DatePart.MONTH, 1, "2026-02-28 08:00"),
        ("2028-02-29 08:00", DatePart.YEAR, 1, "2029-02-28 08:00"),
        ("2026-11-30 08:00", DatePart.YEAR, -1, "2025-11-30 08:00"),
        ("2026-11-15 08:00", DatePart.DAY, 7, "2026-11-16 08:00"),
        ("2026-11-15 08:00", DatePart.DAY, -7, "2026-11-14 08:00"),
        ("2026-11-15 08:00", DatePart.DAY, 0, "2026-11-15 08:00"),
        ("2020-01-01 00:00", DatePart.MINUTE, -1, "2020-01-01 00:00"),
        ("2020-06-01 00:00", DatePart.YEAR, -1, "2020-06-01 00:00"),
        ("2021-06-01 00:00", DatePart.YEAR, -1, "2020-06-01 00:00"),
        ("2099-12-31 23:59", DatePart.MINUTE, 1, "2099-12-31 23:59"),
        ("2098-06-01 00:00", DatePart.YEAR, 1, "2099-06-01 00:00"),
    ],
)
def test_a_step_in_each_part_is_one_of_the_calendars(at: str, part: DatePart, by: int, then: str) -> None:
    assert changed(datetime.fromisoformat(at), part, by) == datetime.fromisoformat(then)


@given(
    st.datetimes(datetime(2021, 1, 1), datetime(2098, 12, 1), timezones=st.just(UTC)),
    st.sampled_from(DatePart),
)
def test_a_step_and_a_step_back_is_where_one_was_but_for_the_end_of_a_month(
    at: datetime, part: DatePart
) -> None:
    back = changed(changed(at, part, 1), part, -1)
    assert abs(back - at) <= timedelta(days=3)
    assert (back == at) or at.day > 28
