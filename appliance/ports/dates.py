"""What the core needs to remember of the clock, and of everything that is dated."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from appliance.model.clock import ClockRecord, Mended


class Dates(Protocol):
    """Changes belong into a `transaction`."""

    def record(self) -> ClockRecord: ...

    def keep(self, record: ClockRecord) -> None: ...

    def last_row_at(self) -> datetime | None:
        """When the journal's last row was written; found without a scan."""
        ...

    def mend(self, after: int, by: timedelta, zone: tzinfo, at: datetime) -> Mended:
        """The library's time was wrong by `by`, and `at` is the true one: mend what was dated after the
        journal's row `after`, and journal it.

        A loan has the length it was given, from its true day on: its due date moves later with the day it was
        reckoned from, and never earlier. Requests and slips that wait stay as old as they are.
        """
        ...
