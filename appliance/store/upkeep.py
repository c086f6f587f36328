"""Work on the library's file itself, in steps that hold nobody up.

SQLite's own checks look at the whole file at once, for a third of a second with 100,000 titles, so they are
for the start. Reading every row finds a page that the card has lost just as well, and can be done in steps.
"""

from __future__ import annotations

from collections.abc import Iterator

import apsw

ROWS_A_STEP = 100
"""A few hundred kilobytes at most, which a slow card reads in some milliseconds."""
_TELL, _ALL_THAT_IS_USUAL = 0x01, 0xFFFE
"""Bits of `PRAGMA optimize`."""
_ROWS_ANALYSED = 200
"""Of each index: enough to choose between indexes, and bounded however large the table is."""


class StoredUpkeep:
    """`ports.Upkeep` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def optimize(self) -> Iterator[None]:
        """What `PRAGMA optimize` would do at once, one table at each step: here it only tells it."""
        self._connection.pragma("analysis_limit", _ROWS_ANALYSED)
        wanted = self._connection.execute(f"PRAGMA optimize({_TELL | _ALL_THAT_IS_USUAL})").fetchall()
        for (statement,) in wanted:
            yield
            self._connection.execute(str(statement))

    def read_through(self) -> Iterator[None]:
        for table, key in self._tables():
            yield from self._read_table(table, key)

    def _tables(self) -> list[tuple[str, str]]:
        """Each table that has rows of its own, those of the search among them, and the columns of its key."""
        tables = self._connection.execute(
            "SELECT name, wr FROM pragma_table_list"
            " WHERE schema = 'main' AND type IN ('table', 'shadow')"
            " AND name NOT GLOB 'sqlite_*' ORDER BY name"
        ).fetchall()
        return [(str(name), self._key(str(name)) if wr else "rowid") for name, wr in tables]

    def _key(self, table: str) -> str:
        columns = self._connection.execute(
            "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,)
        )
        return ", ".join(f'"{name}"' for (name,) in columns)

    def _read_table(self, table: str, key: str) -> Iterator[None]:
        width = key.count(",") + 1
        after = f"WHERE ({key}) > ({', '.join('?' * width)})"
        rows = self._rows(table, key, "", ())
        while rows:
            yield
            rows = self._rows(table, key, after, rows[-1][:width])

    def _rows(
        self, table: str, key: str, condition: str, values: tuple[apsw.SQLiteValue, ...]
    ) -> list[tuple[apsw.SQLiteValue, ...]]:
        """The next rows, whole: what they hold is looked at by reading it."""
        return self._connection.execute(
            f'SELECT {key}, * FROM "{table}" {condition} ORDER BY {key} LIMIT {ROWS_A_STEP}', values
        ).fetchall()
