"""Slips in the store: what was asked to be printed, and what became of it."""

from __future__ import annotations

from datetime import datetime

import apsw

from appliance.model import Language, RequestId
from appliance.ports import SlipAsked, SlipState
from appliance.store.journal import moment_text
from appliance.store.rows import Row

_UNFINISHED = (
    "SELECT request_id, print, asked_at, language FROM slip"
    " WHERE state = ? AND state IN ('waiting', 'printing') ORDER BY asked_at, request_id, print"
)
_LAST = "SELECT print, asked_at, language, state FROM slip WHERE request_id = ? ORDER BY print DESC LIMIT 1"
_ONE = "SELECT print, asked_at, language, state FROM slip WHERE request_id = ? AND print = ?"
_MAY_LACK_KEY = (
    "SELECT 1 FROM site WHERE name = 'last_slip_without_key' AND typeof(value) = 'integer' AND value >= ?"
)


class StoredSlips:
    """`ports.Slips` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def ask(self, asked: SlipAsked, state: SlipState) -> None:
        self._connection.execute(
            "INSERT INTO slip (request_id, print, asked_at, state, language) VALUES (?, ?, ?, ?, ?)",
            (asked.request_id, asked.print, moment_text(asked.asked_at), state, asked.language),
        )

    def becomes(self, asked: SlipAsked, state: SlipState) -> None:
        self._connection.execute(
            "UPDATE slip SET state = ? WHERE request_id = ? AND print = ?",
            (state, asked.request_id, asked.print),
        )

    def unfinished(self, state: SlipState) -> tuple[SlipAsked, ...]:
        rows = self._connection.execute(_UNFINISHED, (state,))
        return tuple(_asked(RequestId(row[0]), row[1:]) for row in rows)

    def last(self, request_id: RequestId) -> tuple[SlipAsked, SlipState] | None:
        return self._known(request_id, _LAST, (request_id,))

    def one(self, request_id: RequestId, print: int) -> tuple[SlipAsked, SlipState] | None:
        return self._known(request_id, _ONE, (request_id, print))

    def may_lack_key(self, request_id: RequestId) -> bool:
        return self._connection.execute(_MAY_LACK_KEY, (request_id,)).fetchone() is not None

    def _known(
        self, request_id: RequestId, query: str, values: tuple[int, ...]
    ) -> tuple[SlipAsked, SlipState] | None:
        row = self._connection.execute(query, values).fetchone()
        if row is None:
            return None
        return _asked(request_id, row[:-1]), SlipState(row[-1])


def _asked(request_id: RequestId, row: Row) -> SlipAsked:
    """A row of print, asked_at and language."""
    print_, asked_at, language = row
    return SlipAsked(
        request_id, print_, datetime.fromisoformat(asked_at), Language(language) if language else None
    )
