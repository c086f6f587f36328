"""Requests for approval in the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import apsw

from appliance.model import Copy, Reader, ReaderId, Request, RequestId, RequestState, StaffId
from appliance.model.journal_events import Approved, Asked, Declined, Lapsed, TakenBack
from appliance.store import journal
from appliance.store.rows import COPY, READER, Row, copy_of, reader_of

_WAITING = (
    f"SELECT {READER}, request.id, request.asked_at FROM request JOIN reader ON reader.id = request.reader_id"
    " WHERE request.state = 'waiting'"
)
_COPIES = (
    f"SELECT {COPY} FROM request_copy JOIN copy ON copy.id = request_copy.copy_id"
    " JOIN title ON title.id = copy.title_id WHERE request_copy.request_id = ? ORDER BY request_copy.place"
)
_LAPSED = f"{_WAITING} AND request.asked_at < ? ORDER BY request.asked_at, request.id LIMIT ?"
# The longest waiting first; both columns are read off `request_waiting_since` in their order.
_PAGE = f"{_WAITING} AND request.id <> ? ORDER BY request.asked_at, request.id LIMIT ? OFFSET ?"
_OF_READER = "SELECT id FROM request WHERE reader_id = ? AND state = 'waiting'"
_OF_COPY = "SELECT request_id FROM request_copy WHERE copy_id = ? AND waiting = 1"
_FIRST_WAITING = "SELECT asked_at FROM request WHERE state = 'waiting' ORDER BY asked_at LIMIT 1"

_DECIDED: Mapping[RequestState, type[Approved | Declined | TakenBack | Lapsed]] = {
    RequestState.APPROVED: Approved,
    RequestState.DECLINED: Declined,
    RequestState.TAKEN_BACK: TakenBack,
    RequestState.LAPSED: Lapsed,
}


class StoredRequests:
    """`ports.Requests` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def ask(self, reader: Reader, copies: tuple[Copy, ...], at: datetime, *, waiting: bool) -> RequestId:
        state = RequestState.WAITING if waiting else RequestState.APPROVED
        self._connection.execute(
            "INSERT INTO request (reader_id, asked_at, state) VALUES (?, ?, ?)",
            (reader.id, journal.moment_text(at), state),
        )
        request_id = RequestId(self._connection.last_insert_rowid())
        self._connection.executemany(
            "INSERT INTO request_copy (request_id, place, copy_id, waiting) VALUES (?, ?, ?, ?)",
            [(request_id, place, copy.id, int(waiting)) for place, copy in enumerate(copies)],
        )
        if waiting:
            journal.append(self._connection, at, Asked(request_id, len(copies)))
        return request_id

    def is_known(self, request_id: RequestId) -> bool:
        found = self._connection.execute("SELECT 1 FROM request WHERE id = ?", (request_id,)).fetchone()
        return found is not None

    def waiting(self, request_id: RequestId) -> Request | None:
        found = self._requests(f"{_WAITING} AND request.id = ?", request_id)
        return found[0] if found else None

    def waiting_of_reader(self, reader_id: ReaderId) -> Request | None:
        return self._by_id_from(_OF_READER, reader_id)

    def waiting_for_copy(self, copy: Copy) -> Request | None:
        return self._by_id_from(_OF_COPY, copy.id)

    def lapsed_before(self, at: datetime, most: int) -> tuple[Request, ...]:
        return self._requests(_LAPSED, journal.moment_text(at), most)

    def first_waiting_since(self) -> datetime | None:
        row = self._connection.execute(_FIRST_WAITING).fetchone()
        return datetime.fromisoformat(str(row[0])) if row else None

    def count_waiting(self) -> int:
        row = self._connection.execute("SELECT count(*) FROM request WHERE state = 'waiting'").fetchone()
        return int(row[0]) if row else 0

    def waiting_page(self, first: RequestId | None, offset: int, most: int) -> tuple[Request, ...]:
        here = self.waiting(first) if first is not None else None
        if here is None:
            return self._requests(_PAGE, 0, most, offset)
        if offset == 0:
            return (here, *self._requests(_PAGE, here.id, most - 1, 0))
        return self._requests(_PAGE, here.id, most, offset - 1)

    def _by_id_from(self, look_up: str, value: int) -> Request | None:
        """Asked at every card, and nearly always in vain: the request is read only when there is one."""
        row = self._connection.execute(look_up, (value,)).fetchone()
        return self.waiting(RequestId(row[0])) if row else None

    def _requests(self, query: str, *values: int | str) -> tuple[Request, ...]:
        rows: Sequence[Row] = self._connection.execute(query, values).fetchall()
        return tuple(
            Request(
                RequestId(request_id),
                reader_of(row),
                tuple(copy_of(line) for line in self._connection.execute(_COPIES, (request_id,))),
                datetime.fromisoformat(asked_at),
            )
            for *row, request_id, asked_at in rows
        )

    def decide(
        self, request_id: RequestId, state: RequestState, staff_id: StaffId | None, at: datetime
    ) -> bool:
        self._connection.execute(
            "UPDATE request SET state = ?, decided_by = ?, decided_at = ? WHERE id = ? AND state = 'waiting'",
            (state, staff_id, journal.moment_text(at), request_id),
        )
        if not self._connection.changes():
            return False
        self._connection.execute("UPDATE request_copy SET waiting = 0 WHERE request_id = ?", (request_id,))
        journal.append(self._connection, at, _DECIDED[state](request_id, staff_id))
        return True
