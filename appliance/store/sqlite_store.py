"""The durable memory as one thing: what `ports.Store` asks for, over one connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from appliance.model.journal_events import JournalEvent
from appliance.ports import Snapshot, StoreFull
from appliance.store import journal
from appliance.store.catalogue.titles import StoredTitles
from appliance.store.circulation.forged_codes import StoredForgedCodes
from appliance.store.circulation.loans import StoredLoans
from appliance.store.circulation.requests import StoredRequests
from appliance.store.circulation.slips import StoredSlips
from appliance.store.database import UNUSABLE, LibraryDamaged, check_whole, open_library
from appliance.store.dates import StoredDates
from appliance.store.health import StoredHealth
from appliance.store.jobs import StoredJobs
from appliance.store.people import StoredPeople
from appliance.store.search.find import StoredSearch
from appliance.store.site import StoredSite
from appliance.store.snapshot import StoredSnapshot
from appliance.store.upkeep import StoredUpkeep

if TYPE_CHECKING:
    from appliance.store.register import Register

_ROWS_CHECKED_AT_START = 1000
_LAST_RUNS = (
    "SELECT kind FROM journal WHERE kind IN ('started', 'stopped', 'crashed') ORDER BY seq DESC LIMIT 2"
)


class StoredJournal:
    """`ports.Journal`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def append(self, at: datetime, event: JournalEvent) -> int:
        return journal.append(self._connection, at, event)

    def last_start_is_open(self) -> bool:
        return self._last_runs()[:1] in (["started"], ["crashed"])

    def has_just_crashed(self) -> bool:
        """Whether the program's last run ended by an error that nobody foresaw: the file may be to blame."""
        return "crashed" in self._last_runs()

    def _last_runs(self) -> list[str]:
        """Found by an index of their own, however long the journal is."""
        return [kind for (kind,) in self._connection.execute(_LAST_RUNS)]


class SqliteStore:
    """`ports.Store` over an open library. Used by one thread; others may be open beside it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.people = StoredPeople(connection, lambda: self.register)
        self.site = StoredSite(connection, lambda: self.register)
        self.titles = StoredTitles(connection)
        self.loans = StoredLoans(connection)
        self.requests = StoredRequests(connection)
        self.slips = StoredSlips(connection)
        self.forged_codes = StoredForgedCodes(connection)
        self.journal = StoredJournal(connection)
        self.dates = StoredDates(connection)
        self.search = StoredSearch(connection)
        self.health = StoredHealth(connection)
        self.jobs = StoredJobs(connection)
        self.upkeep = StoredUpkeep(connection)

    @cached_property
    def register(self) -> Register:
        """What staff keep."""
        # Here and not above: peewee takes 12 ms to import, and neither a start nor a loan asks for it.
        from appliance.store.register import Register

        return Register(self.connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on disk when it ends: the lock is taken at once, so nothing fails half-way.

        Raises:
            StoreFull: the disk is full; nothing was changed.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except apsw.FullError as error:
            raise StoreFull from error
        finally:
            self._undo()

    def begin_snapshot(self, to: Path) -> Snapshot:
        return StoredSnapshot(self.connection, to)

    def _undo(self) -> None:
        # Nothing after a COMMIT, and SQLite may have rolled back by itself, as it does on a full disk.
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def close(self) -> None:
        self.connection.close()


def open_store(folder: Path, *, vfs: str | None = None) -> SqliteStore:
    """Open the library in `folder`; check its circulation and the end of its journal.

    After a crash the whole file is looked through: what is damaged beyond that would crash it again.

    Raises:
        LibraryDamaged, LibraryNewer, LibraryBusy: see `open_library`.
        JournalBroken: one of the last rows was changed.
    """
    store = SqliteStore(open_library(folder, vfs=vfs))
    try:
        # Of a check that the power cut: room for loans, and names that lie about.
        store.upkeep.discard_copy()
        if store.journal.has_just_crashed():
            check_whole(store.connection)
        journal.verify(store.connection, last=_ROWS_CHECKED_AT_START)
    except (*UNUSABLE, OSError) as error:
        store.close()
        raise LibraryDamaged(type(error).__name__) from error
    except (LibraryDamaged, journal.JournalBroken):
        store.close()
        raise
    return store
