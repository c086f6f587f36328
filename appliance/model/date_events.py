"""What the journal tells of dates: when a clock is believed, and what is mended. See `journal_events.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ClockBelieved:
    """After more than a night without power the battery clock's date was taken, from and to these moments
    (UTC); one member of staff is to look at it."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class DateLookedAt:
    """A member of staff looked at a date that was believed, and said that it is right."""

    staff: int
    day: str


@dataclass(frozen=True, slots=True)
class LoanMended:
    """A loan was dated by a wrong day: it is due later than its slip says, never earlier."""

    loan: int
    was: date
    due_on: date


@dataclass(frozen=True, slots=True)
class RequestMended:
    """A request that waited when the date was set stays as old as it was: asked so many seconds later."""

    request: int
    by_s: float
