"""The clock's record in the store, and moving what was dated while the date was in doubt."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import apsw

from appliance.model.clock import ClockRecord
from appliance.store.journal import moment_text

_NAME = "clock"
_KEEP = "INSERT OR REPLACE INTO site (name, value) VALUES (?, ?)"
_MOVE_LOANS = """
UPDATE loan SET due_on = date(due_on, ?) WHERE returned_at IS NULL AND id IN (
    SELECT json_extract(body, '$.loan') FROM journal WHERE seq > ? AND kind IN ('lent', 'renewed'))
"""
_LENT_IN_DOUBT = """
SELECT id, lent_at FROM loan WHERE returned_at IS NULL AND id IN (
    SELECT json_extract(body, '$.loan') FROM journal WHERE seq > ? AND kind = 'lent')
"""


class StoredDates:
    """`ports.Dates`. The record is one row of `site`, as JSON, so no migration was needed for it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def record(self) -> ClockRecord:
        row = self._connection.execute("SELECT value FROM site WHERE name = ?", (_NAME,)).fetchone()
        if row is None:
            return ClockRecord()
        kept = json.loads(row[0])
        return ClockRecord(
            kept["offset_s"],
            kept["boot_id"],
            kept["doubt_after"],
            _moment(kept["noted_at"]),
            _moment(kept["journal_ahead"]),
        )

    def keep(self, record: ClockRecord) -> None:
        kept = {
            "offset_s": record.offset_s,
            "boot_id": record.boot_id,
            "doubt_after": record.doubt_after,
            "noted_at": _text(record.noted_at),
            "journal_ahead": _text(record.journal_ahead),
        }
        self._connection.execute(_KEEP, (_NAME, json.dumps(kept)))

    def last_row_at(self) -> datetime | None:
        row = self._connection.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def move(self, after: int, days: int, by: timedelta) -> int:
        self._connection.execute(_MOVE_LOANS, (f"{days:+d} days", after))
        moved = self._connection.changes()
        self._move_lent(after, by)
        self._move_asked("request", "state = 'waiting'", by)
        self._move_asked("slip", "state IN ('waiting', 'printing')", by)
        return moved

    def _move_lent(self, after: int, by: timedelta) -> None:
        """Else a loan would be due before it was lent, when the date goes back by more than its days."""
        for loan_id, lent_at in self._connection.execute(_LENT_IN_DOUBT, (after,)).fetchall():
            moved = moment_text(datetime.fromisoformat(str(lent_at)) + by)
            self._connection.execute("UPDATE loan SET lent_at = ? WHERE id = ?", (moved, loan_id))

    def _move_asked(self, table: str, which: str, by: timedelta) -> None:
        run = self._connection.execute
        for (asked_at,) in run(f"SELECT DISTINCT asked_at FROM {table} WHERE {which}").fetchall():
            moved = moment_text(datetime.fromisoformat(str(asked_at)) + by)
            run(f"UPDATE {table} SET asked_at = ? WHERE asked_at = ? AND {which}", (f"={moved}", asked_at))
        # Marked by `=` while they move, so that no row is taken for another that moved onto its moment.
        run(f"UPDATE {table} SET asked_at = substr(asked_at, 2) WHERE asked_at LIKE '=%'")


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
