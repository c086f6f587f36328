"""Requests for approval in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import apsw

from appliance.model import (
    Copy,
    LineEnd,
    Reader,
    ReaderId,
    Request,
    RequestId,
    RequestLine,
    RequestNews,
    RequestState,
    StaffId,
)
from appliance.model.lending_events import Approved, Asked, Declined, Lapsed, LineEnded, TakenBack
from appliance.ports import LENT, End, RequestsOfReader
from appliance.store import journal
from appliance.store.rows import COPY, READER, Row, copy_of, day_of, reader_of

_WAITING = (
    f"SELECT {READER}, request.id, request.asked_at FROM request JOIN reader ON reader.id = request.reader_id"
    " WHERE request.state = 'waiting'"
)
_LINES = (
    f"SELECT {COPY}, request_copy.waiting, request_copy.outcome FROM request_copy"
    " JOIN copy ON copy.id = request_copy.copy_id JOIN title ON title.id = copy.title_id"
    " WHERE request_copy.request_id = ? ORDER BY request_copy.place"
)
_LAPSED = f"{_WAITING} AND request.asked_at < ? ORDER BY request.asked_at, request.id LIMIT ?"
# The longest waiting first; both columns are read off `request_waiting_since` in their order.
_PAGE = f"{_WAITING} AND request.id <> ? ORDER BY request.asked_at, request.id LIMIT ? OFFSET ?"
_WAITING_OF_READER = "SELECT id FROM request WHERE reader_id = ? AND state = 'waiting'"
# In the words of the index `request_news`.
_NEWS_OF_READER = (
    "SELECT id, state, untold, cools_until FROM request WHERE reader_id = ?"
    " AND (untold = 1 OR cools_until IS NOT NULL) ORDER BY id"
)
_DECIDE = (
    "UPDATE request SET state = ?, decided_by = ?, decided_at = ?, untold = max(untold, ?), cools_until = ?"
    " WHERE id = ? AND state = 'waiting'"
)
_END_LINES = "UPDATE request_copy SET waiting = 0, outcome = coalesce(outcome, ?) WHERE request_id = ?"
_END_LINE = (
    "UPDATE request_copy SET waiting = 0, outcome = ? WHERE request_id = ? AND copy_id = ? RETURNING place"
)
_TOLD = (
    "UPDATE request SET untold = 0, cools_until = CASE WHEN cools_until > ? THEN cools_until END WHERE id = ?"
)
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
        return self._by_id_from(_WAITING_OF_READER, reader_id)

    def of_reader(self, reader_id: ReaderId) -> RequestsOfReader:
        rows: Sequence[Row] = self._connection.execute(_NEWS_OF_READER, (reader_id,)).fetchall()
        return RequestsOfReader(self.waiting_of_reader(reader_id), tuple(map(self._news, rows)))

    def _news(self, row: Row) -> RequestNews:
        request_id, state, untold, cools_until = row
        lines = tuple(line for line, waits in self._lines(request_id) if not waits)
        state = RequestState(state)
        return RequestNews(RequestId(request_id), state, lines, bool(untold), day_of(cools_until))

    def _lines(self, request_id: int) -> list[tuple[RequestLine, bool]]:
        """Each copy with what became of it, and whether it still waits."""
        rows: Iterable[Row] = self._connection.execute(_LINES, (request_id,))
        return [
            (RequestLine(copy_of(row), LineEnd(outcome) if outcome else None), bool(waits))
            for *row, waits, outcome in rows
        ]

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
        return tuple(self._request(row) for row in rows)

    def _request(self, row: Row) -> Request:
        *of_reader, request_id, asked_at = row
        lines = self._lines(request_id)
        return Request(
            RequestId(request_id),
            reader_of(of_reader),
            tuple(line.copy for line, waits in lines if waits),
            datetime.fromisoformat(asked_at),
            tuple(line for line, waits in lines if not waits),
        )

    def decide(
        self,
        request_id: RequestId,
        state: RequestState,
        staff_id: StaffId | None,
        at: datetime,
        end: End = LENT,
    ) -> bool:
        cools_until = end.cools_until.isoformat() if end.cools_until else None
        values = (state, staff_id, journal.moment_text(at), int(end.untold), cools_until, request_id)
        self._connection.execute(_DECIDE, values)
        if not self._connection.changes():
            return False
        self._connection.execute(_END_LINES, (end.why, request_id))
        journal.append(self._connection, at, _DECIDED[state](request_id, staff_id))
        return True

    def end_line(
        self, request_id: RequestId, copy: Copy, why: LineEnd, staff_id: StaffId | None, at: datetime
    ) -> None:
        rows = self._connection.execute(_END_LINE, (why, request_id, copy.id)).fetchall()
        for (place,) in rows:
            journal.append(self._connection, at, LineEnded(request_id, int(str(place)), why, staff_id))

    def tell_later(self, request_id: RequestId) -> None:
        self._connection.execute("UPDATE request SET untold = 1 WHERE id = ?", (request_id,))

    def told(self, news: tuple[RequestNews, ...], today: date) -> None:
        ids = [(today.isoformat(), one.request_id) for one in news]
        self._connection.executemany(_TOLD, ids)
