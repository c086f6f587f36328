"""What the library file tells of itself, for the doctor: numbers, the journal's head, no name and no code."""

from __future__ import annotations

import base64
from datetime import datetime

import apsw

from appliance.model.health import ChainHealth, Counts, LibraryHealth, LibraryState
from appliance.model.jobs import JobName, JobRecord
from appliance.model.soundness import Part, damage_in
from appliance.store import jobs, journal
from appliance.store.database import LibraryDamaged, check_whole
from appliance.store.dates import StoredDates

ROWS_AT_ONCE = 1000
"""Of the journal, while readers wait; the command looks at all rows."""
BACKED_UP_AT = "backed_up_at"
"""The row of `site` in which a backup tells itself (UTC, ISO 8601), in the transaction of its journal row."""

_COUNTS = """
SELECT (SELECT count(*) FROM title), (SELECT count(*) FROM copy), (SELECT count(*) FROM reader),
       (SELECT count(*) FROM loan WHERE returned_at IS NULL)
"""


class StoredHealth:
    """`ports.Health`. The file's circulation was looked through when it was opened, not the rest."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def look(self) -> LibraryHealth:
        return health(self._connection, last=ROWS_AT_ONCE)


def health(connection: apsw.Connection, *, last: int | None = None) -> LibraryHealth:
    """Look at the `last` rows of the journal, or at the whole file, all rows and the seals of loans."""
    try:
        if last is None:
            check_whole(connection)
    except LibraryDamaged:
        return LibraryHealth(LibraryState.DAMAGED)
    records = jobs.records(connection)
    return LibraryHealth(
        LibraryState.OPEN,
        unit=_unit(connection),
        counts=_counts(connection),
        chain=_chain(connection, last),
        backed_up_at=_backed_up_at(connection),
        jobs=records,
        damage=_damage(records),
        clock=StoredDates(connection).record(),
    )


def _damage(records: tuple[JobRecord, ...]) -> dict[Part, int]:
    """What the last check of the whole file left in its record."""
    return next((damage_in(one.mark) for one in records if one.name is JobName.DATABASE_CHECK), {})


def _counts(connection: apsw.Connection) -> Counts:
    ((titles, copies, readers, open_loans),) = connection.execute(_COUNTS)
    return Counts(titles, copies, readers, open_loans)


def _unit(connection: apsw.Connection) -> str:
    """The unit's own number, drawn when its library began: 32 hexadecimal digits."""
    row = connection.execute("SELECT json_extract(body, '$.unit') FROM journal WHERE seq = 1").fetchone()
    return str(row[0]) if row and row[0] else ""


def _chain(connection: apsw.Connection, last: int | None) -> ChainHealth:
    row = connection.execute("SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, head, at = row or (0, bytes(32), None)
    try:
        journal.verify(connection, last=last)
        broken_at = None
    except journal.JournalBroken as broken:
        broken_at = broken.seq
    return ChainHealth(
        seq=seq,
        head=base64.b32encode(head).decode().rstrip("="),
        checked=seq if last is None else min(seq, last),
        broken_at=broken_at,
        last_row_at=datetime.fromisoformat(at) if at else None,
    )


def _backed_up_at(connection: apsw.Connection) -> datetime | None:
    row = connection.execute("SELECT value FROM site WHERE name = ?", (BACKED_UP_AT,)).fetchone()
    return datetime.fromisoformat(row[0]) if row else None
