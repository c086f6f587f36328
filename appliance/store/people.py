"""Readers and staff in the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import apsw

from appliance.model import Reader, ReaderId, Staff, StaffId
from appliance.model.journal_events import ReaderAdded, StaffAdded
from appliance.ports import StaffSecret
from appliance.store import journal
from appliance.store.rows import READER, STAFF, Row, reader_of, staff_of

if TYPE_CHECKING:
    from appliance.store.register import Register

_READER = f"SELECT {READER}, reader.issue FROM reader WHERE"
_STAFF = f"SELECT {STAFF}, staff.issue FROM staff WHERE number = ?"
_COUNT_FAILURE = "UPDATE staff SET failures = failures + 1 WHERE id = ? RETURNING failures"

_REISSUE = "UPDATE staff SET issue = issue + 1, pin_hash = ?, failures = 0 WHERE id = ? RETURNING issue"


class StoredPeople:
    """`ports.People`: who is looked up at a scan or a PIN in SQL, lists and new people over peewee."""

    def __init__(self, connection: apsw.Connection, register: Callable[[], Register]) -> None:
        self._connection = connection
        self._register = register

    def reader(self, number: int) -> tuple[Reader, int] | None:
        row = self._one(f"{_READER} number = ?", number)
        return (reader_of(row[:-1]), row[-1]) if row else None

    def reader_by_id(self, reader_id: ReaderId) -> Reader:
        row = self._one(f"{_READER} id = ?", reader_id)
        if row is None:
            raise LookupError("no such reader")
        return reader_of(row[:-1])

    def all_readers(self) -> list[tuple[Reader, int]]:
        """Every reader with the issue of the card, by number."""
        return list(self._register().readers())

    def add_reader(self, reader: Reader, at: datetime) -> Reader:
        """Keep a new reader; the id given is ignored and the kept one returned."""
        reader = replace(reader, id=self._register().add_reader(reader))
        journal.append(self._connection, at, ReaderAdded(reader.id))
        return reader

    def staff(self, number: int) -> tuple[Staff, int] | None:
        row = self._one(_STAFF, number)
        return (staff_of(row[:-1]), row[-1]) if row else None

    def all_staff(self) -> list[tuple[Staff, int]]:
        return list(self._register().staff())

    def add_staff(self, staff: Staff, pin_hash: str, at: datetime) -> Staff:
        staff = replace(staff, id=self._register().add_staff(staff, pin_hash))
        journal.append(self._connection, at, StaffAdded(staff.id))
        return staff

    def secret(self, staff_id: StaffId) -> StaffSecret:
        row = self._one("SELECT pin_hash, failures FROM staff WHERE id = ?", staff_id)
        if row is None:
            raise LookupError("no such member of staff")
        return StaffSecret(*row)

    def count_failure(self, staff_id: StaffId) -> int:
        row = self._one(_COUNT_FAILURE, staff_id)
        if row is None:
            raise LookupError("no such member of staff")
        return int(row[0])

    def forget_failures(self, staff_id: StaffId) -> None:
        self._connection.execute("UPDATE staff SET failures = 0 WHERE id = ?", (staff_id,))

    def reissue(self, staff_id: StaffId, pin_hash: str) -> int:
        row = self._connection.execute(_REISSUE, (pin_hash, staff_id)).fetchone()
        if row is None:
            raise LookupError("no such member of staff")
        return int(row[0])

    def _one(self, sql: str, value: int) -> Row | None:
        row: Row | None = self._connection.execute(sql, (value,)).fetchone()
        return row
