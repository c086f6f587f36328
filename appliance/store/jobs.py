"""Records of the periodic jobs in the store, and the counts that the close of a day needs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import datetime

import apsw

from appliance.model.jobs import JobName, JobRecord
from appliance.store.journal import moment_text
from appliance.store.rows import Row

_LAST_UP_TO = "SELECT at FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1"
_COLUMNS = "name, known_since, ran_well_at, failed_at, failure, failures, mark"


class StoredJobs:
    """`ports.Jobs` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def record(self, name: JobName) -> JobRecord | None:
        return next((record for record in records(self._connection) if record.name is name), None)

    def keep(self, record: JobRecord) -> None:
        row = (
            record.name,
            moment_text(record.known_since),
            _text(record.ran_well_at),
            _text(record.failed_at),
            record.failure,
            record.failures,
            record.mark,
        )
        self._connection.execute(f"INSERT OR REPLACE INTO job ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def happened(self, since: datetime, before: datetime) -> Mapping[str, int]:
        """By halving: no row of the journal is dated before the one it follows, so no index is needed."""
        ((last,),) = self._connection.execute("SELECT coalesce(max(seq), 0) FROM journal")
        first, end = (self._first_at(moment, int(last)) for moment in (since, before))
        return {
            str(kind): int(count)
            for kind, count in self._connection.execute(
                "SELECT kind, count(*) FROM journal WHERE seq >= ? AND seq < ? GROUP BY kind", (first, end)
            )
        }

    def _first_at(self, moment: datetime, last: int) -> int:
        """The first row that is dated `moment` or later; one after the last where none is."""
        at = moment_text(moment)
        return 1 + bisect_left(range(1, last + 1), at, key=self._moment_of)

    def _moment_of(self, seq: int) -> str:
        """Of the row before where this one is gone: a damaged journal is still counted."""
        row = self._connection.execute(_LAST_UP_TO, (seq,)).fetchone()
        return str(row[0]) if row else ""


def records(connection: apsw.Connection) -> tuple[JobRecord, ...]:
    """Of the jobs that this program knows."""
    known = {str(name) for name in JobName}
    rows: Sequence[Row] = connection.execute(f"SELECT {_COLUMNS} FROM job ORDER BY name").fetchall()
    return tuple(
        JobRecord(
            JobName(name),
            datetime.fromisoformat(known_since),
            _moment(ran_well_at),
            _moment(failed_at),
            failure,
            failures,
            mark,
        )
        for name, known_since, ran_well_at, failed_at, failure, failures, mark in rows
        if name in known
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(at: datetime | None) -> str | None:
    return moment_text(at) if at else None
