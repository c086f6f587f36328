"""What the core needs to remember of the library."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from appliance.model import (
    Copy,
    Title,
    TitleId,
)
from appliance.model.health import LibraryHealth
from appliance.model.journal_events import JournalEvent
from appliance.ports.circulation import CopyFacts, CopyStanding, Loans, Requests
from appliance.ports.dates import Dates
from appliance.ports.forged_codes import ForgedCodes
from appliance.ports.jobs import Jobs, Upkeep
from appliance.ports.people import People
from appliance.ports.slips import Slips
from appliance.ports.snapshot import Snapshot


class Titles(Protocol):
    """The catalogue as the screens need it."""

    def title(self, title_id: TitleId) -> Title | None: ...

    def copy(self, barcode: str) -> Copy | None: ...

    def copies_by_isbn(self, isbn: str) -> tuple[Copy, ...]: ...

    def copies_of_title(self, title_id: TitleId) -> tuple[tuple[Copy, CopyFacts], ...]:
        """Its copies that are not withdrawn, each with where it is."""
        ...

    def put_back_in_use(self, copy: Copy) -> None:
        """A copy taken for lost was scanned: it is found."""
        ...


class Journal(Protocol):
    """Append-only; see `store.journal` for the chain."""

    def append(self, at: datetime, event: JournalEvent) -> int: ...

    def last_start_is_open(self) -> bool:
        """Whether the program was started and never stopped in good order: the power went, or it crashed."""
        ...


class Health(Protocol):
    def look(self) -> LibraryHealth:
        """The library file as it is, with only the newest rows of its journal checked: readers may wait."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """Titles found, best first. `guessed` says a forgiving pass found them, `more` that there are others."""

    ids: tuple[TitleId, ...]
    guessed: bool = False
    more: bool = False


NOTHING_FOUND = Found(())


class Search(Protocol):
    def find(self, text: str, limit: int = 60) -> Found: ...

    def browse(self, limit: int = 60) -> Found: ...

    def found_titles(self, ids: tuple[TitleId, ...]) -> tuple[tuple[Title, tuple[CopyStanding, ...]], ...]:
        """The titles of a page in the order asked for, with how their copies stand; ids that are gone are
        left out."""
        ...


class StoreFull(Exception):
    """There is no room left on the disk; the transaction was undone as a whole."""


class Store(Protocol):
    """The durable memory of the library. After `transaction` ends without an error, all in it is on disk."""

    @property
    def people(self) -> People: ...
    @property
    def titles(self) -> Titles: ...
    @property
    def loans(self) -> Loans: ...
    @property
    def requests(self) -> Requests: ...
    @property
    def slips(self) -> Slips: ...
    @property
    def forged_codes(self) -> ForgedCodes: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def dates(self) -> Dates: ...
    @property
    def search(self) -> Search: ...
    @property
    def health(self) -> Health: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def upkeep(self) -> Upkeep: ...

    def transaction(self) -> AbstractContextManager[object]: ...

    def begin_snapshot(self, to: Path) -> Snapshot:
        """Begin a copy of the whole library, on the library's own disk; a file `to` that is there is replaced
        when the new one is whole.

        Raises:
            SnapshotFailed: it cannot be written there.
        """
        ...

    def close(self) -> None: ...
