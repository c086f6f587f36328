"""The clock's record in the store, and mending what was dated by a wrong day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

import apsw

from appliance.model.clock import ClockRecord, Doubt, Leap, Mended
from appliance.model.date_events import LoanMended, RequestMended
from appliance.store import journal
from appliance.store.journal import moment_text

_NAME = "clock"
_KEEP = "INSERT OR REPLACE INTO site (name, value) VALUES (?, ?)"
_DATED_AFTER = """
SELECT id, lent_at, dated_at, due_on, renewals FROM loan
WHERE returned_at IS NULL AND dated_row > ? AND dated_at > ? ORDER BY id
"""
_MEND = """
UPDATE loan SET due_on = ?1, lent_at = ?2, dated_at = ?3,
    due_was = CASE WHEN due_on = ?1 THEN due_was ELSE coalesce(due_was, due_on) END
WHERE id = ?4
"""


class StoredDates:
    """`ports.Dates`. The record is one row of `site`, as JSON, so no migration was needed for it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def record(self) -> ClockRecord:
        row = self._connection.execute("SELECT value FROM site WHERE name = ?", (_NAME,)).fetchone()
        return _record(json.loads(row[0])) if row else ClockRecord()

    def keep(self, record: ClockRecord) -> None:
        kept = {
            "offset_s": record.offset_s,
            "boot_id": record.boot_id,
            "doubt_after": record.doubt_after,
            "noted_at": _text(record.noted_at),
            "journal_ahead": _text(record.journal_ahead),
            "doubt": record.doubt,
            "wall": _text(record.wall),
            "uptime_s": record.uptime_s,
            "leap": [_text(record.leap.since), _text(record.leap.until)] if record.leap else None,
            "confirmed_row": record.confirmed_row,
        }
        self._connection.execute(_KEEP, (_NAME, json.dumps(kept)))

    def last_row_at(self) -> datetime | None:
        row = self._connection.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def mend(self, after: int, by: timedelta, zone: tzinfo, at: datetime) -> Mended:
        # When a date went ahead is not always known; what is dated in days to come surely was after it.
        since = moment_text(at) if by < timedelta(0) else ""
        dated = self._connection.execute(_DATED_AFTER, (after, since)).fetchall()
        lent_since = since or self._moment_of(after)
        loans = sum(self._mend_loan(loan, lent_since, by, zone, at) for loan in dated)
        requests = self._mend_requests(by, at)
        self._move_asked("slip", "state IN ('waiting', 'printing')", by)
        return Mended(loans, requests)

    def _moment_of(self, row: int) -> str:
        found = self._connection.execute("SELECT at FROM journal WHERE seq = ?", (row,)).fetchone()
        return str(found[0]) if found else ""

    def _mend_loan(
        self, loan: tuple[Any, ...], lent_since: str, by: timedelta, zone: tzinfo, at: datetime
    ) -> bool:
        """True when it is due later now."""
        loan_id, lent_at, dated_at, due_on, renewals = loan
        reckoned, was = datetime.fromisoformat(dated_at), date.fromisoformat(due_on)
        due = max(was, was + (_day(reckoned + by, zone) - _day(reckoned, zone)))
        if not renewals or lent_at >= lent_since:
            # Else a loan could be lent after it is due, when the date goes back by more than its days.
            lent_at = moment_text(datetime.fromisoformat(lent_at) + by)
        values = (due.isoformat(), lent_at, moment_text(reckoned + by), loan_id)
        self._connection.execute(_MEND, values)
        if due > was:
            journal.append(self._connection, at, LoanMended(loan_id, was, due))
        return due > was

    def _mend_requests(self, by: timedelta, at: datetime) -> int:
        waiting = "SELECT id FROM request WHERE state = 'waiting' ORDER BY id"
        requests: list[tuple[Any, ...]] = self._connection.execute(waiting).fetchall()
        for (request_id,) in requests:
            event = RequestMended(request_id, round(by.total_seconds(), 3))
            journal.append(self._connection, at, event)
        self._move_asked("request", "state = 'waiting'", by)
        return len(requests)

    def _move_asked(self, table: str, which: str, by: timedelta) -> None:
        run = self._connection.execute
        for (asked_at,) in run(f"SELECT DISTINCT asked_at FROM {table} WHERE {which}").fetchall():
            moved = moment_text(datetime.fromisoformat(str(asked_at)) + by)
            run(f"UPDATE {table} SET asked_at = ? WHERE asked_at = ? AND {which}", (f"={moved}", asked_at))
        # Marked by `=` while they move, so that no row is taken for another that moved onto its moment.
        run(f"UPDATE {table} SET asked_at = substr(asked_at, 2) WHERE asked_at LIKE '=%'")


def _record(kept: Mapping[str, Any]) -> ClockRecord:
    """Programs before the battery clock was believed over a weekend kept the first five."""
    leap = kept.get("leap")
    doubt = kept.get("doubt")
    return ClockRecord(
        kept["offset_s"],
        kept["boot_id"],
        kept["doubt_after"],
        _moment(kept["noted_at"]),
        _moment(kept["journal_ahead"]),
        Doubt(doubt) if doubt else None,
        _moment(kept.get("wall")),
        kept.get("uptime_s", 0.0),
        Leap(*map(datetime.fromisoformat, leap)) if leap else None,
        kept.get("confirmed_row", 0),
    )


def _day(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
