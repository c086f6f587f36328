"""Work on the library's file itself, in steps that hold nobody up.

SQLite's own checks look at the whole file at once, for a second with 100,000 titles, so they look at a copy
(`store/soundness.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw

from appliance.ports import Snapshot
from appliance.store.snapshot import StoredSnapshot, discard

COPY_NAME = "check.sqlite"
"""Beside the library."""
_TELL, _ALL_THAT_IS_USUAL = 0x01, 0xFFFE
"""Bits of `PRAGMA optimize`."""
_ROWS_ANALYSED = 200
"""Of each index: enough to choose between indexes, and bounded however large the table is."""


class StoredUpkeep:
    """`ports.Upkeep` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._copy = Path(connection.filename).with_name(COPY_NAME)

    def begin_copy(self) -> Snapshot:
        return StoredSnapshot(self._connection, self._copy)

    def discard_copy(self) -> None:
        discard(self._copy)

    def optimize(self) -> Iterator[None]:
        """What `PRAGMA optimize` would do at once, one table at each step: here it only tells it."""
        self._connection.pragma("analysis_limit", _ROWS_ANALYSED)
        wanted = self._connection.execute(f"PRAGMA optimize({_TELL | _ALL_THAT_IS_USUAL})").fetchall()
        for (statement,) in wanted:
            yield
            self._connection.execute(str(statement))
