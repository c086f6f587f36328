"""What a reader sees from the card to the slip, and at their own books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from appliance.model import (
    Copy,
    Loan,
    LoanLine,
    Reader,
    Request,
    RequestId,
    RequestLine,
)

__all__ = [
    "Approved",
    "AwaitingApproval",
    "Basket",
    "BasketLine",
    "Declined",
    "DueBooks",
    "Identify",
    "MyBooks",
    "Purpose",
    "ReaderScene",
    "RequestNews",
    "ReturnLine",
    "Returning",
    "SlipBooks",
    "SlipProgress",
]


class Purpose(StrEnum):
    """What a reader wants their card for."""

    BORROW = "borrow"
    MY_BOOKS = "my_books"


class SlipProgress(StrEnum):
    """How far the slip of a confirmed loan has come; the loan itself never waits for it."""

    WAITING = "waiting"
    """The printer cannot at the moment; it is printed if that changes soon."""
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Identify:
    """Scan your card. `held` is a book scanned before the card; it goes into the basket."""

    purpose: Purpose
    held: Copy | None = None


@dataclass(frozen=True, slots=True)
class BasketLine:
    copy: Copy
    due_on: date
    needs_approval: bool = True


@dataclass(frozen=True, slots=True)
class Basket:
    """What the reader is about to borrow. `on_loan` copies are in their hands, `limit` is the most."""

    reader: Reader
    lines: tuple[BasketLine, ...]
    on_loan: int
    limit: int
    needs_approval: bool
    full: bool = False
    """No place is left for one more."""


@dataclass(frozen=True, slots=True)
class AwaitingApproval:
    """The request is recorded; a guard scans a badge to decide it."""

    request: Request


@dataclass(frozen=True, slots=True)
class Approved:
    """The loans are recorded for good (after COMMIT)."""

    reader: Reader
    loans: tuple[Loan, ...]
    slip: SlipProgress
    request_id: RequestId
    refused: tuple[RequestLine, ...] = ()
    """Books of the same request that were not lent, each with why."""


@dataclass(frozen=True, slots=True)
class Declined:
    """The guard said no; the books stay in the library."""

    request: Request


@dataclass(frozen=True, slots=True)
class RequestNews:
    """What became of a request since its reader was here last: told once, at the card, before all else."""

    reader: Reader
    lines: tuple[RequestLine, ...]
    purpose: Purpose
    held: Copy | None = None
    """A book scanned before the card; it goes into the basket after this."""


@dataclass(frozen=True, slots=True)
class ReturnLine:
    copy: Copy
    days_late: int
    to_be_shelved: bool = False
    """Staff has yet to see it: it counts until then, and nothing else is held against its reader."""


@dataclass(frozen=True, slots=True)
class Returning:
    """Scan books to give them back; newest first, recorded one by one. No name is shown."""

    lines: tuple[ReturnLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MyBooks:
    """What the reader has. `renewed` marks the loan just renewed; `asked` books wait for approval."""

    reader: Reader
    lines: tuple[LoanLine, ...]
    asked: tuple[Copy, ...] = ()
    page: int = 0
    pages: int = 1
    renewed: Loan | None = None


@dataclass(frozen=True, slots=True)
class DueBooks:
    """So many books are due on that day; `days_left` is negative when they are late."""

    due_on: date
    books: int
    days_left: int


@dataclass(frozen=True, slots=True)
class SlipBooks:
    """What is out on a slip whose code was scanned. Whoever holds it may have found it: no title, no name."""

    request_id: RequestId
    due: tuple[DueBooks, ...]
    is_old: bool = False
    """Its code is of the time before codes had a key; read as long as its books are out."""


ReaderScene = (
    Identify | Basket | AwaitingApproval | Approved | Declined | RequestNews | Returning | MyBooks | SlipBooks
)
"""Scenes of a reader who borrows or brings back."""
