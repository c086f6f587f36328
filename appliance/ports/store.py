"""What the core needs to remember of the library."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from appliance.model import (
    Copy,
    CopyKind,
    CopyState,
    Loan,
    Reader,
    ReaderId,
    Request,
    RequestId,
    RequestState,
    StaffId,
    Title,
    TitleId,
)
from appliance.model.health import LibraryHealth
from appliance.model.journal_events import JournalEvent
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


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """Where a copy is, as far as the rules ask: who has it until when, and whose request keeps it."""

    lent_to: ReaderId | None = None
    due_on: date | None = None
    asked_by: ReaderId | None = None


@dataclass(frozen=True, slots=True)
class CopyStanding:
    """All of a copy that its availability depends on."""

    kind: CopyKind
    state: CopyState
    is_lent: bool
    is_asked_for: bool


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """What a reader has, as far as the rules ask; `in_basket` counts what they are about to borrow."""

    in_hand: int = 0
    first_due_on: date | None = None
    in_basket: int = 0


class Loans(Protocol):
    """Open loans and the requests that become loans; every change belongs into a `transaction`."""

    def facts_of_copy(self, copy: Copy) -> CopyFacts: ...

    def facts_of_reader(self, reader: Reader) -> ReaderFacts: ...

    def of_copy(self, copy: Copy) -> Loan | None: ...

    def of_reader(self, reader_id: ReaderId) -> tuple[Loan, ...]: ...

    def of_request(self, request_id: RequestId) -> tuple[Loan, ...]: ...

    def lend(self, copy: Copy, reader: Reader, request_id: RequestId, at: datetime, due_on: date) -> Loan: ...

    def renew(self, loan: Loan, at: datetime, due_on: date) -> Loan: ...

    def give_back(self, loan: Loan, at: datetime) -> None: ...


class Requests(Protocol):
    """Requests for approval. A copy is in at most one waiting request."""

    def ask(self, reader: Reader, copies: tuple[Copy, ...], at: datetime, *, waiting: bool) -> RequestId: ...

    def is_known(self, request_id: RequestId) -> bool:
        """Whether there ever was such a request, decided or not."""
        ...

    def waiting(self, request_id: RequestId) -> Request | None: ...

    def waiting_of_reader(self, reader_id: ReaderId) -> Request | None: ...

    def waiting_for_copy(self, copy: Copy) -> Request | None: ...

    def lapsed_before(self, at: datetime, most: int) -> tuple[Request, ...]:
        """At most `most` of the waiting requests that were asked before `at` (UTC), the oldest first."""
        ...

    def first_waiting_since(self) -> datetime | None:
        """When the oldest of the waiting requests was asked; None when none waits."""
        ...

    def count_waiting(self) -> int: ...

    def waiting_page(self, first: RequestId | None, offset: int, most: int) -> tuple[Request, ...]:
        """At most `most` waiting requests after `offset` others: `first`, if it waits, then the oldest."""
        ...

    def decide(
        self, request_id: RequestId, state: RequestState, staff_id: StaffId | None, at: datetime
    ) -> bool:
        """False when the request waited no longer; then nothing was changed."""
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
