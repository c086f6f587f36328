"""Titles and copies as the screens read them."""

from __future__ import annotations

import apsw

from appliance.model import Copy, Title, TitleId
from appliance.ports import CopyFacts
from appliance.store.rows import COPY, TITLE, Row, copy_of, day_of, title_of

_FROM_COPY = f"SELECT {COPY} FROM copy JOIN title ON title.id = copy.title_id"
_OF_ISBN = "title.isbn = ? AND title.isbn <> '' AND copy.state <> 'withdrawn'"
_COPIES_OF_TITLE = (
    f"SELECT {COPY}, loan.reader_id, loan.due_on, request.reader_id, loan.brought_at"
    " FROM copy JOIN title ON title.id = copy.title_id"
    " LEFT JOIN loan ON loan.copy_id = copy.id AND loan.returned_at IS NULL"
    " LEFT JOIN request_copy ON request_copy.copy_id = copy.id AND request_copy.waiting = 1"
    " LEFT JOIN request ON request.id = request_copy.request_id"
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

    def copies_of_title(self, title_id: TitleId) -> tuple[tuple[Copy, CopyFacts], ...]:
        rows = self._connection.execute(_COPIES_OF_TITLE, (title_id,))
        return tuple(
            (copy_of(row), CopyFacts(lent_to, day_of(due_on), asked_by, brought_at is not None))
            for *row, lent_to, due_on, asked_by, brought_at in rows
        )

    def put_back_in_use(self, copy: Copy) -> None:
        self._connection.execute("UPDATE copy SET state = 'in_use' WHERE id = ?", (copy.id,))

    def _one(self, sql: str, value: int | str) -> Row | None:
        row: Row | None = self._connection.execute(sql, (value,)).fetchone()
        return row
