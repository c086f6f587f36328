"""Titles and copies as the screens read them."""

from __future__ import annotations

from datetime import date

import apsw

from appliance.model import Availability, Copy, CopyKind, CopyState, Title, TitleId
from appliance.status import CopyLine
from appliance.store.rows import COPY, TITLE, Row, copy_of, title_of

_FROM_COPY = f"SELECT {COPY} FROM copy JOIN title ON title.id = copy.title_id"
_OF_ISBN = "title.isbn = ? AND title.isbn <> '' AND copy.state <> 'withdrawn'"
_COPY_LINES = (
    f"SELECT {COPY}, loan.due_on, request_copy.request_id FROM copy JOIN title ON title.id = copy.title_id"
    " LEFT JOIN loan ON loan.copy_id = copy.id AND loan.returned_at IS NULL"
    " LEFT JOIN request_copy ON request_copy.copy_id = copy.id AND request_copy.waiting = 1"
    " WHERE copy.title_id = ? AND copy.state <> 'withdrawn' ORDER BY copy.id"
)


class StoredTitles:
    """`ports.Titles` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def title(self, title_id: TitleId) -> Title | None:
        row = self._one(f"SELECT {TITLE} FROM title WHERE id = ?", title_id)
        return title_of(row) if row else None

    def copy(self, barcode: str) -> Copy | None:
        row = self._one(f"{_FROM_COPY} WHERE copy.barcode = ?", barcode)
        return copy_of(row) if row else None

    def copies_by_isbn(self, isbn: str) -> tuple[Copy, ...]:
        rows = self._connection.execute(f"{_FROM_COPY} WHERE {_OF_ISBN}", (isbn,))
        return tuple(copy_of(row) for row in rows)

    def copy_lines(self, title_id: TitleId) -> tuple[CopyLine, ...]:
        return tuple(_copy_line(row) for row in self._connection.execute(_COPY_LINES, (title_id,)))

    def put_back_in_use(self, copy: Copy) -> None:
        self._connection.execute("UPDATE copy SET state = 'in_use' WHERE id = ?", (copy.id,))

    def _one(self, sql: str, value: int | str) -> Row | None:
        row: Row | None = self._connection.execute(sql, (value,)).fetchone()
        return row


def _copy_line(row: Row) -> CopyLine:
    copy, due_on, request_id = copy_of(row[:-2]), row[-2], row[-1]
    if due_on is not None:
        return CopyLine(copy, Availability.ON_LOAN, date.fromisoformat(due_on))
    if copy.state is CopyState.LOST:
        return CopyLine(copy, Availability.ABSENT)
    if request_id is not None:
        return CopyLine(copy, Availability.ON_LOAN)
    if copy.kind is CopyKind.REFERENCE:
        return CopyLine(copy, Availability.READING_ROOM)
    return CopyLine(copy, Availability.AVAILABLE)
