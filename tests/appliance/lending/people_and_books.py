"""Readers, copies and loans for the rules to be asked about."""

from __future__ import annotations

from datetime import UTC, date, datetime

from appliance.model import (
    Avatar,
    Barcode,
    Copy,
    CopyId,
    CopyKind,
    CopyState,
    Language,
    Loan,
    LoanId,
    Reader,
    ReaderCategory,
    ReaderId,
    Title,
    TitleId,
)
from appliance.ports import HeldCopy

TODAY = date(2026, 11, 24)
DARA = ReaderId(1)
SOPHEA = ReaderId(2)


def reader(category: ReaderCategory = ReaderCategory.ADULT, blocked_until: date | None = None) -> Reader:
    """Dara, asked about all the time."""
    return Reader(DARA, 42, "Dara", category, Language.KM, Avatar.COW, "A-1", blocked_until)


def copy(kind: CopyKind = CopyKind.BOOK, state: CopyState = CopyState.IN_USE) -> Copy:
    return Copy(CopyId(1), Barcode("B1"), Title(TitleId(1), "ទុំទាវ"), kind, state)


def others(count: int) -> tuple[Copy, ...]:
    """So many other books, each of a title of its own."""
    return tuple(
        Copy(CopyId(at), Barcode(f"O{at}"), Title(TitleId(at), "Candide")) for at in range(100, 100 + count)
    )


def held(count: int, due: date, *, brought: bool = False) -> tuple[HeldCopy, ...]:
    """So many other books that the reader has."""
    return tuple(
        HeldCopy(CopyId(at), TitleId(at), CopyKind.BOOK, due, brought) for at in range(50, 50 + count)
    )


def loan(due: date, renewals: int = 0, kind: CopyKind = CopyKind.BOOK) -> Loan:
    return Loan(LoanId(1), copy(kind), DARA, datetime(2026, 11, 1, tzinfo=UTC), due, renewals)
