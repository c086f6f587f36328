"""What is shown: one frozen status, of which the screen is a function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from appliance.model import (
    ALL_WELL,
    Availability,
    Copy,
    Devices,
    Language,
    Loan,
    Reader,
    Refusal,
    Request,
    Staff,
    Title,
)


class Purpose(StrEnum):
    """What a reader wants his card for."""

    BORROW = "borrow"
    MY_BOOKS = "my_books"


class SlipProgress(StrEnum):
    """How far the slip of a confirmed loan has come; the loan itself never waits for it."""

    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


class SignInTrouble(StrEnum):
    WRONG_PIN = "wrong_pin"
    LOCKED = "locked"
    """For some seconds after the fifth wrong PIN in a row."""
    REVOKED = "revoked"
    """After the fifteenth: the badge must be issued anew."""
    UNKNOWN_BADGE = "unknown_badge"


class OutOfServiceReason(StrEnum):
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_NEWER = "database_newer"
    """Made by a later version of the program than this one."""
    DISK_FULL = "disk_full"
    JOURNAL_BROKEN = "journal_broken"


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is there."""


@dataclass(frozen=True, slots=True)
class Home:
    """Four tiles: borrow, return, search, my books."""


@dataclass(frozen=True, slots=True)
class Identify:
    """Scan your card. `held` is a book scanned before the card; it goes into the basket."""

    purpose: Purpose
    held: Copy | None = None


@dataclass(frozen=True, slots=True)
class BasketLine:
    copy: Copy
    due_on: date


@dataclass(frozen=True, slots=True)
class Basket:
    """What the reader is about to borrow. `on_loan` copies are in his hands already, `limit` is the most."""

    reader: Reader
    lines: tuple[BasketLine, ...]
    on_loan: int
    limit: int
    needs_approval: bool
    refusal: Refusal | None = None


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
    slip_number: int


@dataclass(frozen=True, slots=True)
class Declined:
    """The guard said no; the books stay in the library."""

    request: Request


@dataclass(frozen=True, slots=True)
class ReturnLine:
    copy: Copy
    days_late: int


@dataclass(frozen=True, slots=True)
class Returning:
    """Scan books to give them back; newest first, recorded one by one. No name is shown."""

    lines: tuple[ReturnLine, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: a title and what can be expected of its best copy."""

    title: Title
    availability: Availability


@dataclass(frozen=True, slots=True)
class Searching:
    """Results as typed, a page at a time. `guessed` says a forgiving pass found them."""

    text: str
    hits: tuple[Hit, ...]
    page: int
    pages: int
    found: int
    more: bool = False
    """There are more than `found`."""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy of a title and where it is; `due_on` when it is on loan."""

    copy: Copy
    availability: Availability
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TitlePage:
    """One title. `scanned` is the copy in the reader's hand, when the page was reached by a scan."""

    title: Title
    copies: tuple[CopyLine, ...]
    scanned: Copy | None = None
    from_search: bool = False


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A loan as its reader sees it."""

    loan: Loan
    renewals_left: int
    days_left: int
    """Negative when overdue."""


@dataclass(frozen=True, slots=True)
class MyBooks:
    """What the reader has. `renewed` marks the loan just renewed; `asked` books wait for approval."""

    reader: Reader
    lines: tuple[LoanLine, ...]
    asked: tuple[Copy, ...] = ()
    page: int = 0
    pages: int = 1
    renewed: Loan | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class SlipBooks:
    """The books of a slip whose code was scanned: due dates, and no name."""

    number: int
    lines: tuple[LoanLine, ...]


@dataclass(frozen=True, slots=True)
class GuardSignIn:
    """Badge scanned, PIN asked. Only the number of digits is known here, never the digits."""

    staff: Staff | None
    digits: int = 0
    trouble: SignInTrouble | None = None
    wait_s: int = 0
    """Seconds until the lock opens, when `trouble` is LOCKED."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The guard scanned a copy: who has it, and where."""

    copy: Copy
    availability: Availability
    loan: Loan | None = None
    reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class GuardDesk:
    """Requests waiting for approval, oldest first but the one at this kiosk before all."""

    staff: Staff
    requests: tuple[Request, ...]
    page: int = 0
    pages: int = 1
    waiting: int = 0
    """How many wait in all pages."""
    decided: int = 0
    """How many this guard has decided since signing in."""
    whereabouts: Whereabouts | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was scanned cannot be used here; every reason, and what to do."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class OutOfService:
    reason: OutOfServiceReason


Scene = (
    Attract
    | Home
    | Identify
    | Basket
    | AwaitingApproval
    | Approved
    | Declined
    | Returning
    | Searching
    | TitlePage
    | MyBooks
    | SlipBooks
    | GuardSignIn
    | GuardDesk
    | Refused
    | OutOfService
)


@dataclass(frozen=True, slots=True)
class Status:
    """All that a screen needs. `leaving_in_s` counts down the last seconds before an idle session ends."""

    session: int
    scene: Scene
    language: Language
    today: date
    devices: Devices = ALL_WELL
    leaving_in_s: int | None = None
