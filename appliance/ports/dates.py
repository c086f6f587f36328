"""What the core needs to remember of the clock, and of everything that is dated."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from appliance.model.clock import ClockRecord


class Dates(Protocol):
    """Changes belong into a `transaction`."""

    def record(self) -> ClockRecord: ...

    def keep(self, record: ClockRecord) -> None: ...

    def last_row_at(self) -> datetime | None:
        """When the journal's last row was written; found without a scan."""
        ...

    def move(self, after: int, days: int, by: timedelta) -> int:
        """Move by `days` the due dates of open loans lent or renewed after journal row `after`; by `by` when
        they were lent after it, and when requests and slips that wait were asked for, so that they stay as
        old as they are. Returns how many loans moved."""
        ...
