"""What the core needs to remember of loans and requests, and what the rules ask of a copy and a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from appliance.model import (
    Copy,
    CopyId,
    CopyKind,
    CopyState,
    LineEnd,
    Loan,
    Reader,
    ReaderId,
    Request,
    RequestId,
    RequestNews,
    RequestState,
    StaffId,
    TitleId,
)


@dataclass(frozen=True, slots=True)
class Stay:
    """A copy's last loan: until the copy has rested, the same reader only goes on with it."""

    reader_id: ReaderId
    renewals: int
    rests_until: date | None
    """None where staff has yet to see that it is back."""


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """Where a copy is, as far as the rules ask: who has it until when, and whose request keeps it."""

    lent_to: ReaderId | None = None
    due_on: date | None = None
    asked_by: ReaderId | None = None
    brought: bool = False
    """It was brought back, and staff has yet to see it."""
    renewals: int = 0
    """Of the loan it is out on."""
    stay: Stay | None = None


@dataclass(frozen=True, slots=True)
class CopyStanding:
    """All of a copy that its availability depends on."""

    kind: CopyKind
    state: CopyState
    is_lent: bool
    is_asked_for: bool
    is_brought: bool = False
    """Lent, and brought back already."""


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """A copy that counts as a reader's."""

    copy_id: CopyId
    title_id: TitleId
    kind: CopyKind
    due_on: date
    brought: bool = False


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """What a reader has, as far as the rules ask; `in_basket` is what they are about to borrow with it."""

    in_hand: tuple[HeldCopy, ...] = ()
    in_basket: tuple[Copy, ...] = ()
    cooling: Mapping[TitleId, date] = field(default_factory=dict)
    """Titles that they asked for lately in vain, each with the day from which they may ask again."""


class Loans(Protocol):
    """Open loans and the requests that become loans; every change belongs into a `transaction`."""

    def facts_of_copy(self, copy: Copy) -> CopyFacts: ...

    def facts_of_reader(self, reader: Reader) -> ReaderFacts: ...

    def of_copy(self, copy: Copy) -> Loan | None: ...

    def of_reader(self, reader_id: ReaderId) -> tuple[Loan, ...]: ...

    def of_request(self, request_id: RequestId) -> tuple[Loan, ...]: ...

    def to_shelve(self) -> int:
        """How many copies were brought back that staff has yet to see."""
        ...

    def lend(
        self,
        copy: Copy,
        reader: Reader,
        request_id: RequestId,
        at: datetime,
        due_on: date,
        renewals: int = 0,
    ) -> Loan: ...

    def renew(self, loan: Loan, at: datetime, due_on: date) -> Loan: ...

    def give_back(self, loan: Loan, at: datetime, rests_until: date | None = None) -> None: ...

    def bring_back(self, loan: Loan, at: datetime) -> None:
        """The reader says that it is back; staff has yet to see it."""
        ...

    def shelve(
        self, loan: Loan, staff_id: StaffId | None, at: datetime, rests_until: date | None = None
    ) -> None:
        """A copy that was brought back was seen."""
        ...

    def end_earlier(self, copy: Copy, at: datetime) -> None:
        """The copy is about to be lent: it was seen in the hand, and it rests no longer."""
        ...


@dataclass(frozen=True, slots=True)
class End:
    """How a request ends, besides its state: why its copies that still wait are not lent, whether its reader
    is to be told at their next card, and from which day they may ask for its titles again."""

    why: LineEnd | None = None
    untold: bool = False
    cools_until: date | None = None


LENT = End()


@dataclass(frozen=True, slots=True)
class RequestsOfReader:
    """What waits of a reader's, and what became of others that they have to know of."""

    waiting: Request | None = None
    news: tuple[RequestNews, ...] = ()


class Requests(Protocol):
    """Requests for approval. A copy is in at most one waiting request."""

    def ask(self, reader: Reader, copies: tuple[Copy, ...], at: datetime, *, waiting: bool) -> RequestId: ...

    def is_known(self, request_id: RequestId) -> bool:
        """Whether there ever was such a request, decided or not."""
        ...

    def waiting(self, request_id: RequestId) -> Request | None: ...

    def waiting_of_reader(self, reader_id: ReaderId) -> Request | None: ...

    def waiting_for_copy(self, copy: Copy) -> Request | None: ...

    def of_reader(self, reader_id: ReaderId) -> RequestsOfReader:
        """All that matters at their card."""
        ...

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
        self,
        request_id: RequestId,
        state: RequestState,
        staff_id: StaffId | None,
        at: datetime,
        end: End = LENT,
    ) -> bool:
        """False when the request waited no longer; then nothing was changed."""
        ...

    def end_line(
        self, request_id: RequestId, copy: Copy, why: LineEnd, staff_id: StaffId | None, at: datetime
    ) -> None:
        """This copy waits no longer; the request does until it is decided."""
        ...

    def tell_later(self, request_id: RequestId) -> None:
        """Its reader is to be told at their next card."""
        ...

    def told(self, news: tuple[RequestNews, ...], today: date) -> None:
        """Their reader has seen them; what cools no longer is forgotten, too."""
        ...
