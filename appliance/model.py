"""What things are: the frozen values that every room of the house may hold.

Texts that come from the catalogue carry a zero-width space (U+200B) at Khmer word ends, put there at
import, so that screens and slips can break lines; it has no width and is ignored by search.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

ReaderId = NewType("ReaderId", int)
StaffId = NewType("StaffId", int)
TitleId = NewType("TitleId", int)
CopyId = NewType("CopyId", int)
LoanId = NewType("LoanId", int)
RequestId = NewType("RequestId", int)
Barcode = NewType("Barcode", str)
"""A copy's barcode is text: `0101` is not `101`."""


class Language(StrEnum):
    """A language the kiosk speaks, by its ISO 639-1 code; Khmer first."""

    KM = "km"
    EN = "en"
    FR = "fr"


class Shelf(StrEnum):
    """The twelve shelves: the ten Dewey classes as Cambodian libraries name them, stories and textbooks."""

    GENERAL = "general"
    PHILOSOPHY = "philosophy"
    RELIGION = "religion"
    SOCIETY = "society"
    LANGUAGE = "language"
    SCIENCE = "science"
    TECHNOLOGY = "technology"
    ARTS = "arts"
    LITERATURE = "literature"
    STORIES = "stories"
    HISTORY = "history"
    TEXTBOOKS = "textbooks"


class ReaderCategory(StrEnum):
    """Who borrows, as far as the policy cares."""

    ADULT = "adult"
    YOUNG = "young"
    LEARNER = "learner"
    STAFF = "staff"


class CopyKind(StrEnum):
    """What is lent, as far as the policy cares; a reference copy stays in the reading room."""

    BOOK = "book"
    PICTURE_BOOK = "picture_book"
    TEXTBOOK = "textbook"
    REFERENCE = "reference"


class CopyState(StrEnum):
    """Whether a copy is in use at all."""

    IN_USE = "in_use"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


class Availability(StrEnum):
    """What a reader can expect of a title or a copy right now."""

    AVAILABLE = "available"
    ON_LOAN = "on_loan"
    READING_ROOM = "reading_room"
    ABSENT = "absent"


class Avatar(StrEnum):
    """The picture that stands for a reader who may not read names."""

    ELEPHANT = "elephant"
    RABBIT = "rabbit"
    FISH = "fish"
    BIRD = "bird"
    COW = "cow"
    TURTLE = "turtle"
    BUTTERFLY = "butterfly"
    FLOWER = "flower"
    TREE = "tree"
    BOAT = "boat"
    SUN = "sun"
    STAR = "star"


class Role(StrEnum):
    """What a member of staff may do."""

    LIBRARIAN = "librarian"
    GUARD = "guard"
    TECHNICIAN = "technician"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who borrows. `number` is printed on the card; `cell` is where books are carried to."""

    id: ReaderId
    number: int
    name: str
    category: ReaderCategory
    language: Language
    avatar: Avatar
    cell: str = ""
    blocked_until: date | None = None


@dataclass(frozen=True, slots=True)
class Staff:
    """A guard, librarian or technician with a badge and a PIN."""

    id: StaffId
    number: int
    name: str
    role: Role
    language: Language


@dataclass(frozen=True, slots=True)
class Title:
    """The work. `cover` names a picture file in the library's covers folder, or is empty."""

    id: TitleId
    title: str
    authors: tuple[str, ...] = ()
    series: str = ""
    subjects: tuple[str, ...] = ()
    isbn: str = ""
    language: str = ""
    shelf: Shelf = Shelf.GENERAL
    year: int | None = None
    publisher: str = ""
    cover: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """The thing with a barcode."""

    id: CopyId
    barcode: Barcode
    title: Title
    kind: CopyKind = CopyKind.BOOK
    state: CopyState = CopyState.IN_USE


@dataclass(frozen=True, slots=True)
class Rule:
    """One cell of the policy matrix: for a reader category and a kind of copy."""

    loan_days: int
    limit: int
    renewals: int
    needs_approval: bool


@dataclass(frozen=True, slots=True)
class Loan:
    """A copy in a reader's hands. `due_on` is a civil date at the site; `lent_at` is UTC."""

    id: LoanId
    copy: Copy
    reader_id: ReaderId
    lent_at: datetime
    due_on: date
    renewals: int = 0
    request_id: RequestId | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A loan waiting for approval: one reader, the copies in his basket."""

    id: RequestId
    reader: Reader
    copies: tuple[Copy, ...]
    asked_at: datetime


class RequestState(StrEnum):
    """What became of a request; every state but WAITING is final."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"
    """Nobody decided within the day."""


class Reason(StrEnum):
    """Why something was refused. A refusal carries every reason that holds, not only the first."""

    UNKNOWN_CODE = "unknown_code"
    """The scan is nothing this library has printed or stuck on a book."""
    UNKNOWN_CARD = "unknown_card"
    """A card of the right form that belongs to nobody here, or was replaced by a newer one."""
    READER_BLOCKED = "reader_blocked"
    OVERDUE_LOANS = "overdue_loans"
    LIMIT_REACHED = "limit_reached"
    NO_RULE = "no_rule"
    """No rule for this reader and this kind of copy means no."""
    READING_ROOM_ONLY = "reading_room_only"
    ON_LOAN = "on_loan"
    """Another reader has the copy."""
    ALREADY_YOURS = "already_yours"
    """The reader has the copy already."""
    ASKED_BY_ANOTHER = "asked_by_another"
    """The copy is in a request that waits for approval."""
    COPY_WITHDRAWN = "copy_withdrawn"
    NOT_ON_LOAN = "not_on_loan"
    """A returned copy that nobody had borrowed: it only goes back to its shelf."""
    NO_RENEWAL_LEFT = "no_renewal_left"
    RENEWED_TODAY = "renewed_today"
    """Renewing again now would not move the due date."""
    LIBRARY_LABEL_NEEDED = "library_label_needed"
    """The publisher's ISBN was scanned and several copies share it: scan the library's own label."""
    BADGE_WITHOUT_DESK = "badge_without_desk"
    """This member of staff has nothing to decide at this kiosk."""
    NOT_WAITING = "not_waiting"
    """The request was decided, taken back or has lapsed meanwhile."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in full: the reasons (in the order of `Reason`), and what they are about."""

    reasons: tuple[Reason, ...]
    copy: Copy | None = None
    until: date | None = None
    """The day a block ends or a copy is due back, when there is one."""
    limit: int | None = None


class PrinterState(StrEnum):
    READY = "ready"
    NO_PAPER = "no_paper"
    FAULT = "fault"


class ScannerState(StrEnum):
    READY = "ready"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices as last heard of."""

    printer: PrinterState = PrinterState.READY
    scanner: ScannerState = ScannerState.READY


ALL_WELL = Devices()
