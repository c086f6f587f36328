"""Opening the one SQLite file: settings asserted, migrations run, damage told apart from a newer version."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

import apsw

FILE_NAME = "kiosk.sqlite"
MIGRATIONS = Path(__file__).with_name("migrations")
_BUSY_MS = 5000
"""How long a command that just ends may keep a kiosk from starting."""
_MIGRATION_NAME = re.compile(r"(\d{4})_\w+\.sql")

# WAL with synchronous=FULL lost nothing over 100,000 simulated power cuts; NORMAL loses confirmed loans.
_PRAGMAS: tuple[tuple[str, str | int], ...] = (
    # Before WAL: one connection only, held for good, and no shared memory file beside the library.
    ("locking_mode", "exclusive"),
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("cell_size_check", 1),
    ("temp_store", 2),
    ("journal_size_limit", 8 * 1024 * 1024),
    ("wal_autocheckpoint", 1000),
)

_CHECKED_AT_START = ("site", "policy", "staff", "reader", "request", "request_copy", "loan", "slip")
"""Who has what, and by which rules. The catalogue and the journal's past are not: they grow for ever."""

# A card that went read-only or cannot be read is trouble to be told, not a reason to start over and over.
UNUSABLE = (
    apsw.NotADBError,
    apsw.CorruptError,
    apsw.CantOpenError,
    apsw.ReadOnlyError,
    apsw.IOError,
    apsw.FullError,
)


class LibraryDamaged(Exception):
    """The file is no library, SQLite finds it corrupt, or it cannot be read and written."""


class LibraryNewer(Exception):
    """The file was made by a later version of the program."""


class LibraryBusy(Exception):
    """Another program has the library open."""


def open_library(folder: Path, *, vfs: str | None = None) -> apsw.Connection:
    """Open (or make) the library in `folder` and bring it to this version.

    `vfs` names an apsw VFS, for tests that cut the power. There is a single connection to a library, and it
    holds the file: SQLite's WAL is only trusted here with one writer.

    Raises:
        LibraryDamaged: the file cannot be used.
        LibraryNewer: a migration is recorded that this program does not know.
        LibraryBusy: another program (a running kiosk) has it open.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = apsw.Connection(str(folder / FILE_NAME), vfs=vfs)
    except (*UNUSABLE, OSError) as error:
        raise LibraryDamaged(type(error).__name__) from error
    try:
        connection.set_busy_timeout(_BUSY_MS)
        # Else SQLite, as apsw builds it (STAT4), compiles a query anew for each value it is asked with.
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        _settle(connection)
        _migrate(connection)
    except apsw.BusyError as error:
        connection.close()
        raise LibraryBusy from error
    except UNUSABLE as error:
        connection.close()
        raise LibraryDamaged(type(error).__name__) from error
    except BaseException:
        # Whatever it was goes on its way: only the file is let go of first.
        connection.close()
        raise
    return connection


def _settle(connection: apsw.Connection) -> None:
    for name, wanted in _PRAGMAS:
        connection.pragma(name, wanted)
        found = connection.pragma(name)
        if found != wanted:
            raise LibraryDamaged(f"pragma {name} is {found}, not {wanted}")
    _check_circulation(connection)


def check_whole(connection: apsw.Connection) -> None:
    """Look through the whole file: half a second for every 100,000 titles, so not at every start.

    Raises:
        LibraryDamaged: SQLite finds it corrupt.
    """
    try:
        found = connection.pragma("quick_check")
    except UNUSABLE as error:
        raise LibraryDamaged(type(error).__name__) from error
    if found != "ok":
        raise LibraryDamaged("quick_check")


def _check_circulation(connection: apsw.Connection) -> None:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in _CHECKED_AT_START:
        if table in there and connection.pragma("quick_check", table) != "ok":
            raise LibraryDamaged("quick_check")


def migrations() -> list[tuple[int, str, str]]:
    """All migrations of this program as (number, file name, SQL), in order."""
    found = []
    for file in MIGRATIONS.iterdir():
        match = _MIGRATION_NAME.fullmatch(file.name)
        if match:
            found.append((int(match[1]), file.name, file.read_text("utf-8")))
    return sorted(found)


def _migrate(connection: apsw.Connection) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY,"
        " name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT"
    )
    done = {number for (number,) in connection.execute("SELECT number FROM migration")}
    known = migrations()
    if done - {number for number, _, _ in known}:
        raise LibraryNewer
    for number, name, script in known:
        if number not in done:
            _apply(connection, number, name, script)


def _apply(connection: apsw.Connection, number: int, name: str, script: str) -> None:
    """Run one migration and record it in the same transaction: both happen or neither."""
    applied_at = datetime.now(UTC).isoformat("T", "seconds")
    row = (number, name, hashlib.sha256(script.encode()).hexdigest(), applied_at)
    with connection:
        connection.execute(script)
        connection.execute(
            "INSERT INTO migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)", row
        )
