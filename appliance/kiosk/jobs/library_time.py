"""`schedule` over the library's own time.

The package reads the machine's clock, which the rules of this house never do: it jumps, and in a prison it is
often wrong. It reads it by one name in its module, which is replaced here by the time that the caller tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, time, timedelta, tzinfo
from types import SimpleNamespace
from typing import Self

import schedule

_civil_now: ContextVar[datetime] = ContextVar("_civil_now")


class _LibraryTime(datetime):
    """`datetime`, with the civil time of the site that was told by `at_civil_time`."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        assert tz is None, "the library has one zone"
        told = _civil_now.get()
        return cls.combine(told.date(), told.time())


_OF_SCHEDULE = SimpleNamespace(datetime=_LibraryTime, time=time, timedelta=timedelta)
vars(schedule)["datetime"] = _OF_SCHEDULE


@contextmanager
def at_civil_time(now: datetime, zone: tzinfo) -> Iterator[None]:
    """Let `schedule` take `now` for the present moment; LookupError is what it gets outside."""
    told = _civil_now.set(now.astimezone(zone).replace(tzinfo=None))
    try:
        yield
    finally:
        _civil_now.reset(told)
