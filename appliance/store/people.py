"""Readers and staff in the store."""

from __future__ import annotations

from datetime import datetime

import apsw

from appliance.model import Reader, ReaderId, Staff, StaffId
from appliance.ports import StaffSecret
from appliance.store import journal
from appliance.store.rows import READER, reader_of, staff_of
from appliance.store.tables import ReaderRow, StaffRow

_READER = f"SELECT {READER}, reader.issue FROM reader WHERE"


class StoredPeople:
    """`ports.People`: readers, who are looked up at every scan, in SQL; the rest over peewee."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def reader(self, number: int) -> tuple[Reader, int] | None:
        row = self._connection.execute(f"{_READER} number = ?", (number,)).fetchone()
        return (reader_of(row[:-1]), row[-1]) if row else None

    def reader_by_id(self, reader_id: ReaderId) -> Reader:
        row = self._connection.execute(f"{_READER} id = ?", (reader_id,)).fetchone()
        if row is None:
            raise LookupError("no such reader")
        return reader_of(row[:-1])

    def all_readers(self) -> list[tuple[Reader, int]]:
        """Every reader with the issue of the card, by number."""
        return [(_reader(row), row.issue) for row in ReaderRow.select().order_by(ReaderRow.number)]

    def add_reader(self, reader: Reader, at: datetime) -> Reader:
        """Keep a new reader; the id given is ignored and the kept one returned."""
        row = ReaderRow.create(
            number=reader.number,
            name=reader.name,
            category=reader.category,
            language=reader.language,
            avatar=reader.avatar,
            cell=reader.cell,
            blocked_until=reader.blocked_until.isoformat() if reader.blocked_until else None,
        )
        journal.append(self._connection, at, "reader_added", {"reader": row.id})
        return _reader(row)

    def staff(self, number: int) -> tuple[Staff, int] | None:
        row = StaffRow.get_or_none(StaffRow.number == number)
        return (_staff(row), row.issue) if row else None

    def all_staff(self) -> list[tuple[Staff, int]]:
        return [(_staff(row), row.issue) for row in StaffRow.select().order_by(StaffRow.number)]

    def add_staff(self, staff: Staff, pin_hash: str, at: datetime) -> Staff:
        row = StaffRow.create(
            number=staff.number, name=staff.name, role=staff.role, language=staff.language, pin_hash=pin_hash
        )
        journal.append(self._connection, at, "staff_added", {"staff": row.id})
        return _staff(row)

    def secret(self, staff_id: StaffId) -> StaffSecret:
        row = StaffRow.get_by_id(staff_id)
        return StaffSecret(row.pin_hash, row.failures)

    def count_failure(self, staff_id: StaffId) -> int:
        StaffRow.update(failures=StaffRow.failures + 1).where(StaffRow.id == staff_id).execute()
        return int(StaffRow.get_by_id(staff_id).failures)

    def forget_failures(self, staff_id: StaffId) -> None:
        StaffRow.update(failures=0).where(StaffRow.id == staff_id).execute()


def _reader(row: ReaderRow) -> Reader:
    fields = (
        row.id,
        row.number,
        row.name,
        row.category,
        row.language,
        row.avatar,
        row.cell,
        row.blocked_until,
    )
    return reader_of(fields)


def _staff(row: StaffRow) -> Staff:
    return staff_of((row.id, row.number, row.name, row.role, row.language))
