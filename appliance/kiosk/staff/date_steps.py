"""One step forward or back in a part of a date, so that every result is a date that exists."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta

from appliance.status import DatePart

_STEPS = {
    DatePart.DAY: timedelta(days=1),
    DatePart.HOUR: timedelta(hours=1),
    DatePart.MINUTE: timedelta(minutes=1),
}
_FIRST_YEAR, _LAST_YEAR = 2020, 2099


def changed(at: datetime, part: DatePart, by: int) -> datetime:
    """`at` a step later (`by` 1) or earlier (-1); the 31st becomes the 30th where a month is shorter."""
    by = max(-1, min(1, by))
    if part in _STEPS:
        later = at + by * _STEPS[part]
    else:
        months = at.year * 12 + at.month - 1 + by * (12 if part is DatePart.YEAR else 1)
        year, month = divmod(months, 12)
        later = at.replace(year=year, month=month + 1, day=min(at.day, monthrange(year, month + 1)[1]))
    return later if _FIRST_YEAR <= later.year <= _LAST_YEAR else at
