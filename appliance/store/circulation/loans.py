"""Loans in the store: each change is one row and one journal row, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

import apsw

from appliance.model import Copy, CopyKind, Loan, LoanId, Reader, ReaderId, RequestId, StaffId
from appliance.model.lending_events import BroughtBack, Lent, Renewed, Returned, Shelved
from appliance.ports import CopyFacts, HeldCopy, ReaderFacts, Stay
from appliance.store import journal
from appliance.store.rows import LOAN, Row, day_of, loan_of

_OPEN = (
    f"SELECT {LOAN} FROM loan JOIN copy ON copy.id = loan.copy_id JOIN title ON title.id = copy.title_id"
    " WHERE loan.returned_at IS NULL AND loan.reader_id IS NOT NULL"
)
# By which moment the due date was reckoned, and in which journal row: `store/dates.py` mends it when that was
# wrong. The row is the next one, as a checkout has no time to write the loan twice.
_INSERT = (
    "INSERT INTO loan (copy_id, reader_id, request_id, lent_at, due_on, renewals, salt,"
    " dated_at, dated_row)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?4,"
    " (SELECT coalesce(max(seq), 0) + 1 FROM journal))"
)
_RENEW = (
    "UPDATE loan SET due_on = ?2, due_was = NULL, renewals = renewals + 1,"
    " dated_at = ?3, dated_row = (SELECT coalesce(max(seq), 0) + 1 FROM journal) WHERE id = ?1"
)


# Three look-ups in partial indexes, nearly always in vain: half the time of one query with joins.
_FACTS_OF_COPY = (
    "SELECT 'lent', reader_id, due_on, brought_at, renewals FROM loan"
    " WHERE copy_id = ?1 AND returned_at IS NULL"
    " UNION ALL SELECT 'asked', request.reader_id, NULL, NULL, 0 FROM request_copy"
    " JOIN request ON request.id = request_id WHERE copy_id = ?1 AND waiting = 1"
    " UNION ALL SELECT 'rests', reader_id, rests_until, NULL, renewals FROM loan"
    " WHERE copy_id = ?1 AND rests_until IS NOT NULL"
)
_FACTS_OF_READER = (
    "SELECT copy.id, copy.title_id, copy.kind, loan.due_on, loan.brought_at IS NOT NULL"
    " FROM loan JOIN copy ON copy.id = loan.copy_id WHERE loan.reader_id = ? AND loan.returned_at IS NULL"
)
_RESTS_NO_LONGER = "UPDATE loan SET rests_until = NULL WHERE copy_id = ? AND rests_until IS NOT NULL"
_TO_SHELVE = "SELECT count(*) FROM loan WHERE brought_at IS NOT NULL AND returned_at IS NULL"
NOTHING_OF_IT = CopyFacts()


class StoredLoans:
    """`ports.Loans` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def facts_of_copy(self, copy: Copy) -> CopyFacts:
        facts = NOTHING_OF_IT
        rows: Iterable[Row] = self._connection.execute(_FACTS_OF_COPY, (copy.id,))
        for what, reader_id, day, brought_at, renewals in rows:
            if what == "lent":
                brought = brought_at is not None
                facts = replace(
                    facts, lent_to=reader_id, due_on=day_of(day), brought=brought, renewals=renewals
                )
            elif what == "asked":
                facts = replace(facts, asked_by=reader_id)
            else:
                facts = replace(facts, stay=Stay(reader_id, renewals, day_of(day)))
        return facts

    def facts_of_reader(self, reader: Reader) -> ReaderFacts:
        rows: Iterable[Row] = self._connection.execute(_FACTS_OF_READER, (reader.id,))
        return ReaderFacts(
            tuple(
                HeldCopy(copy_id, title_id, CopyKind(kind), date.fromisoformat(due_on), bool(brought))
                for copy_id, title_id, kind, due_on, brought in rows
            )
        )

    def to_shelve(self) -> int:
        row = self._connection.execute(_TO_SHELVE).fetchone()
        return int(row[0]) if row else 0

    def of_copy(self, copy: Copy) -> Loan | None:
        row = self._connection.execute(f"{_OPEN} AND loan.copy_id = ?", (copy.id,)).fetchone()
        return loan_of(row) if row else None

    def of_reader(self, reader_id: ReaderId) -> tuple[Loan, ...]:
        # Sorted here: for the handful a reader may hold, SQLite's sorter costs more than the query.
        return tuple(sorted(self._loans("AND loan.reader_id = ?", reader_id), key=_due))

    def of_request(self, request_id: RequestId) -> tuple[Loan, ...]:
        return self._loans("AND loan.request_id = ? AND loan.brought_at IS NULL ORDER BY loan.id", request_id)

    def all_open(self) -> tuple[Loan, ...]:
        """Every open loan, longest due first."""
        return self._loans("AND ? ORDER BY loan.due_on, loan.id", 1)

    def _loans(self, condition: str, value: int) -> tuple[Loan, ...]:
        return tuple(loan_of(row) for row in self._connection.execute(f"{_OPEN} {condition}", (value,)))

    def lend(
        self,
        copy: Copy,
        reader: Reader,
        request_id: RequestId,
        at: datetime,
        due_on: date,
        renewals: int = 0,
    ) -> Loan:
        salt = journal.new_salt()
        lent_at = journal.moment_text(at)
        values = (copy.id, reader.id, request_id, lent_at, due_on.isoformat(), renewals, salt)
        self._connection.execute(_INSERT, values)
        loan_id = LoanId(self._connection.last_insert_rowid())
        sealed = journal.seal(salt, reader_id=reader.id, copy_id=copy.id)
        journal.append(self._connection, at, Lent(loan_id, request_id, sealed))
        return Loan(loan_id, copy, reader.id, at, due_on, renewals, request_id)

    def renew(self, loan: Loan, at: datetime, due_on: date) -> Loan:
        values = (loan.id, due_on.isoformat(), journal.moment_text(at))
        self._connection.execute(_RENEW, values)
        journal.append(self._connection, at, Renewed(loan.id, due_on))
        return replace(loan, due_on=due_on, renewals=loan.renewals + 1, due_was=None)

    def give_back(self, loan: Loan, at: datetime, rests_until: date | None = None) -> None:
        self._close(loan, at, rests_until)
        journal.append(self._connection, at, Returned(loan.id))

    def bring_back(self, loan: Loan, at: datetime) -> None:
        self._connection.execute(
            "UPDATE loan SET brought_at = ? WHERE id = ?", (journal.moment_text(at), loan.id)
        )
        journal.append(self._connection, at, BroughtBack(loan.id))

    def shelve(
        self, loan: Loan, staff_id: StaffId | None, at: datetime, rests_until: date | None = None
    ) -> None:
        self._close(loan, at, rests_until)
        journal.append(self._connection, at, Shelved(loan.id, staff_id))

    def end_earlier(self, copy: Copy, at: datetime) -> None:
        self._connection.execute(_RESTS_NO_LONGER, (copy.id,))
        loan = self.of_copy(copy)
        if loan is not None and loan.brought_at is not None:
            self.shelve(loan, None, at)

    def _close(self, loan: Loan, at: datetime, rests_until: date | None) -> None:
        until = rests_until.isoformat() if rests_until else None
        self._connection.execute(
            "UPDATE loan SET returned_at = ?, rests_until = ? WHERE id = ?",
            (journal.moment_text(at), until, loan.id),
        )


def _due(loan: Loan) -> tuple[date, LoanId]:
    return loan.due_on, loan.id
