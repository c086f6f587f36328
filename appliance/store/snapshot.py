"""A consistent copy of the library, made in small steps between the core's messages.

The library's one connection holds its file, so nobody but the core can read it. SQLite's backup
(sqlite.org/c3ref/backup_finish.html) copies pages a few at a time; what this same connection writes meanwhile
is carried into the pages that were copied already, so the copy is the library as it was at the last step.

The copy grows beside its final name and is renamed when all of it is on the disk: a thread of its own waits
for the disk, again and again while the copy grows, so that no loan's own sync finds a long queue before it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import apsw

from appliance.ports import NoRoomForSnapshot, SnapshotFailed

LEAVES_MB = 100
"""On the disk, of 10^6 bytes: for loans, their journal and their slips, of a year and more."""
PAGES_AT_ONCE = 32
"""A fraction of a millisecond; between two of them the time is looked at."""
_SYNCED_EVERY_PAGES = 1024
_PART = ".part"


class StoredSnapshot:
    """`ports.Snapshot`. It belongs on the library's own disk, whose writing never waits for a slow stick."""

    def __init__(self, source: apsw.Connection, to: Path, sync: Callable[[int], None] = os.fsync) -> None:
        self._source = source
        self.path, self._part = to, to.with_name(to.name + _PART)
        self._sync = sync
        self._pages_to_sync = 0
        self._disk = ThreadPoolExecutor(1, "snapshot")
        self._on_disk: Future[None] | None = None
        self._copy: apsw.Connection | None = None
        self._backup: apsw.Backup | None = None
        self._is_done = False
        try:
            self._find_room()
            # Nobody else may read it: it holds names, and the key of the cards.
            self._file = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        except OSError as error:
            self._disk.shutdown()
            raise SnapshotFailed(type(error).__name__) from error
        self._begin()

    def _find_room(self) -> None:
        size = self._source.pragma("page_count") * self._source.pragma("page_size")
        disk = os.statvfs(self._part.parent)
        if disk.f_bavail * disk.f_frsize < size + LEAVES_MB * 10**6:
            self._disk.shutdown()
            raise NoRoomForSnapshot

    def _begin(self) -> None:
        try:
            self._copy = apsw.Connection(str(self._part))
            # A copy that is torn is thrown away, so it needs no journal of its own.
            for name, value in (
                ("journal_mode", "off"),
                ("synchronous", 0),
                ("locking_mode", "exclusive"),
                ("cache_size", 64),
            ):
                self._copy.pragma(name, value)
            self._backup = self._copy.backup("main", self._source, "main")
        except (apsw.Error, OSError) as error:
            self.close()
            raise SnapshotFailed(type(error).__name__) from error

    def step(self, at_most_ms: float) -> bool:
        """Go on for `at_most_ms`; True when the copy is whole, on disk, and under its name.

        Raises:
            SnapshotFailed: there is no room, or a disk could not be read or written. Nothing is left of it.
        """
        try:
            if self._backup is not None:
                self._copy_pages(time.perf_counter() + at_most_ms / 1000)
            elif self._on_disk is not None and self._on_disk.done():
                self._on_disk.result()
                self._is_done = True
        except (apsw.Error, OSError) as error:
            self.close()
            raise SnapshotFailed(type(error).__name__) from error
        return self._is_done

    def close(self) -> None:
        """Let go of it. A copy that is not whole is thrown away, once the disk has let go of it."""
        self._end_copying()
        self._disk.shutdown()
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
        self._part.unlink(missing_ok=True)

    def _copy_pages(self, until: float) -> None:
        if self._backup is None or self._source.in_transaction:
            return
        goes_on = True
        while goes_on:
            before = time.perf_counter()
            self._backup.step(PAGES_AT_ONCE)
            self._pages_to_sync += PAGES_AT_ONCE
            now = time.perf_counter()
            goes_on = not self._backup.done and now + (now - before) <= until
        if self._backup.done:
            self._end_copying()
            self._on_disk = self._disk.submit(self._settle, self._on_disk)
        elif self._pages_to_sync >= _SYNCED_EVERY_PAGES and (self._on_disk is None or self._on_disk.done()):
            self._pages_to_sync = 0
            if self._on_disk is not None:
                self._on_disk.result()
            self._on_disk = self._disk.submit(self._sync, self._file)

    def _end_copying(self) -> None:
        if self._backup is not None:
            self._backup.close(True)
            self._backup = None
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    def _settle(self, before: Future[None] | None) -> None:
        """In the disk's own thread: all of it on disk, then the name, then the folder that says so."""
        if before is not None:
            before.result()  # the system tells of a page that it could not write only once
        self._sync(self._file)
        self._part.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY)
        try:
            self._sync(folder)
        finally:
            os.close(folder)


def discard(snapshot: Path) -> None:
    """Take it off the disk, and what a power cut left of one that was not whole."""
    for file in (snapshot, snapshot.with_name(snapshot.name + _PART)):
        file.unlink(missing_ok=True)
