"""The frozen values: readers, staff, titles, copies, rules and loans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from appliance.model.kinds import (
    Avatar,
    CopyKind,
    CopyState,
    Language,
    ReaderCategory,
    Role,
    Shelf,
)

ReaderId = NewType("ReaderId", int)
StaffId = NewType("StaffId", int)
TitleId = NewType("TitleId", int)
CopyId = NewType("CopyId", int)
LoanId = NewType("LoanId", int)
RequestId = NewType("RequestId", int)
Barcode = NewType("Barcode", str)
"""A copy's barcode is text: `0101` is not `101`."""


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
    """Over the copy's whole stay with this reader, also if they brought it back and took it again at once."""
    request_id: RequestId | None = None
    due_was: date | None = None
    """What its slip says, where the day was moved later because the library's date had been wrong."""
    brought_at: datetime | None = None
    """When the reader scanned it at the return (UTC), where staff has yet to see it."""
