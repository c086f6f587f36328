"""What two members of staff see who say what day it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from appliance.model import Staff
from appliance.model.clock import DateProblem, Mended

__all__ = [
    "DatePart",
    "SettingDate",
]


class DatePart(StrEnum):
    """What the large − and + change."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class SettingDate:
    """`at` is the site's civil time. Without `first` the one who is signed in chooses it; with `first` it
    only waits for, or is confirmed by, the second."""

    at: datetime
    staff: Staff | None
    """Who is signed in; None while the second one's badge is waited for."""
    first: Staff | None = None
    problem: DateProblem | None = None
    not_before: date | None = None
    """The day that `problem` speaks of."""
    off_since: date | None = None
    """The date was believed after a time without power since this day; while nothing of it was changed, one
    Yes says that it is right."""
    mended: Mended | None = None
    """Both have confirmed; this came of it."""
