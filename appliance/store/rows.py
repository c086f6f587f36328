"""Rows to things: one column list and one function for each thing that is read in more than one place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

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
    RequestId,
    Role,
    Shelf,
    Staff,
    StaffId,
    Title,
    TitleId,
)

Row = Sequence[Any]

TITLE = (
    "title.id, title.title, title.authors, title.series, title.subjects, title.isbn,"
    " title.language, title.shelf, title.year, title.publisher, title.cover"
)
_TITLE_COLUMNS = 11
COPY = f"copy.id, copy.barcode, copy.kind, copy.state, {TITLE}"
_COPY_COLUMNS = 4 + _TITLE_COLUMNS
LOAN = (
    f"{COPY}, loan.id, loan.reader_id, loan.lent_at, loan.due_on, loan.renewals, loan.request_id,"
    " loan.due_was, loan.brought_at"
)
READER_COLUMNS = tuple(field.name for field in fields(Reader))
"""The columns of a reader are called like the fields of `Reader`, and stand in their order."""
READER = ", ".join(f"reader.{name}" for name in READER_COLUMNS)
STAFF_COLUMNS = tuple(field.name for field in fields(Staff))
STAFF = ", ".join(f"staff.{name}" for name in STAFF_COLUMNS)


def title_of(row: Row) -> Title:
    """A row of `TITLE`."""
    title_id, title, authors, series, subjects, isbn, language, shelf, year, publisher, cover = row
    return Title(
        TitleId(title_id),
        title,
        _texts(authors),
        series,
        _texts(subjects),
        isbn,
        language,
        Shelf(shelf),
        year,
        publisher,
        cover,
    )


@lru_cache(maxsize=512)
def _texts(array: str) -> tuple[str, ...]:
    """A JSON array of texts; the same few books are looked at again and again."""
    return tuple(json.loads(array))


def copy_of(row: Row) -> Copy:
    """A row of `COPY`."""
    copy_id, barcode, kind, state = row[:4]
    return Copy(CopyId(copy_id), Barcode(barcode), title_of(row[4:]), CopyKind(kind), CopyState(state))


def loan_of(row: Row) -> Loan:
    """A row of `LOAN`."""
    loan_id, reader_id, lent_at, due_on, renewals, request_id, due_was, brought_at = row[_COPY_COLUMNS:]
    return Loan(
        LoanId(loan_id),
        copy_of(row[:_COPY_COLUMNS]),
        ReaderId(reader_id),
        datetime.fromisoformat(lent_at),
        date.fromisoformat(due_on),
        renewals,
        RequestId(request_id),
        day_of(due_was),
        datetime.fromisoformat(brought_at) if brought_at else None,
    )


def day_of(text: str | None) -> date | None:
    """A civil date as it is stored, or none."""
    return date.fromisoformat(text) if text else None


def reader_of(row: Row) -> Reader:
    """A row of `READER`."""
    reader_id, number, name, category, language, avatar, cell, blocked_until = row
    return Reader(
        ReaderId(reader_id),
        number,
        name,
        ReaderCategory(category),
        Language(language),
        Avatar(avatar),
        cell,
        day_of(blocked_until),
    )


def staff_of(row: Row) -> Staff:
    """A row of `STAFF`."""
    staff_id, number, name, role, language = row
    return Staff(StaffId(staff_id), number, name, Role(role), Language(language))
