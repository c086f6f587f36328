"""Loans in the store: each change is one row and one journal row, in the caller's transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import apsw

from appliance.model import Copy, Loan, LoanId, Reader, ReaderId, RequestId
from appliance.model.journal_events import Lent, Renewed, Returned
from appliance.ports import CopyFacts, ReaderFacts
from appliance.store import journal
from appliance.store.rows import LOAN, Row, day_of, loan_of

_OPEN = (
    f"SELECT {LOAN} FROM loan JOIN copy ON copy.id = loan.copy_id JOIN title ON title.id = copy.title_id"
    " WHERE loan.returned_at IS NULL AND loan.reader_id IS NOT NULL"
)
# By which moment the due date was reckoned, and in which journal row: `store/dates.py` mends it when that was
# wrong. The row is the next one, as a checkout has no time to write the loan twice.
_INSERT = (
    "INSERT INTO loan (copy_id, reader_id, request_id, lent_at, due_on, salt, dated_at, dated_row)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?4, (SELECT coalesce(max(seq), 0) + 1 FROM journal))"
)
_RENEW = (
    "UPDATE loan SET due_on = ?2, due_was = NULL, renewals = renewals + 1,"
    " dated_at = ?3, dated_row = (SELECT coalesce(max(seq), 0) + 1 FROM journal) WHERE id = ?1"
)

# Two look-ups in partial indexes, nearly always in vain: half the time of one query with three joins.
_FACTS_OF_COPY = (
    "SELECT reader_id, due_on, NULL FROM loan WHERE copy_id = ?1 AND returned_at IS NULL"
    " UNION ALL SELECT NULL, NULL, request.reader_id FROM request_copy"
    " JOIN request ON request.id = request_id WHERE copy_id = ?1 AND waiting = 1"
)
_FACTS_OF_READER = "SELECT count(*), min(due_on) FROM loan WHERE reader_id = ? AND returned_at IS NULL"


class StoredLoans:
    """`ports.Loans` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def facts_of_copy(self, copy: Copy) -> CopyFacts:
        row: Row = self._connection.execute(_FACTS_OF_COPY, (copy.id,)).fetchone() or (None, None, None)
        lent_to, due_on, asked_by = row
        return CopyFacts(lent_to, day_of(due_on), asked_by)

    def facts_of_reader(self, reader: Reader) -> ReaderFacts:
        row: Row = self._connection.execute(_FACTS_OF_READER, (reader.id,)).fetchone() or (0, None)
        in_hand, first_due_on = row
        return ReaderFacts(in_hand, day_of(first_due_on))

    def of_copy(self, copy: Copy) -> Loan | None:
        row = self._connection.execute(f"{_OPEN} AND loan.copy_id = ?", (copy.id,)).fetchone()
        return loan_of(row) if row else None

    def of_reader(self, reader_id: ReaderId) -> tuple[Loan, ...]:
        # Sorted here: for the handful a reader may hold, SQLite's sorter costs more than the query.
        return tuple(sorted(self._loans("AND loan.reader_id = ?", reader_id), key=_due))

    def of_request(self, request_id: RequestId) -> tuple[Loan, ...]:
        return self._loans("AND loan.request_id = ? ORDER BY loan.id", request_id)

    def all_open(self) -> tuple[Loan, ...]:
        """Every open loan, longest due first."""
        return self._loans("AND ? ORDER BY loan.due_on, loan.id", 1)

    def _loans(self, condition: str, value: int) -> tuple[Loan, ...]:
        return tuple(loan_of(row) for row in self._connection.execute(f"{_OPEN} {condition}", (value,)))

    def lend(self, copy: Copy, reader: Reader, request_id: RequestId, at: datetime, due_on: date) -> Loan:
        salt = journal.new_salt()
        values = (copy.id, reader.id, request_id, journal.moment_text(at), due_on.isoformat(), salt)
        self._connection.execute(_INSERT, values)
        loan_id = LoanId(self._connection.last_insert_rowid())
        sealed = journal.seal(salt, reader_id=reader.id, copy_id=copy.id)
        journal.append(self._connection, at, Lent(loan_id, request_id, sealed))
        return Loan(loan_id, copy, reader.id, at, due_on, 0, request_id)

    def renew(self, loan: Loan, at: datetime, due_on: date) -> Loan:
        values = (loan.id, due_on.isoformat(), journal.moment_text(at))
        self._connection.execute(_RENEW, values)
        journal.append(self._connection, at, Renewed(loan.id, due_on))
        return replace(loan, due_on=due_on, renewals=loan.renewals + 1, due_was=None)

    def give_back(self, loan: Loan, at: datetime) -> None:
        self._connection.execute(
            "UPDATE loan SET returned_at = ? WHERE id = ?", (journal.moment_text(at), loan.id)
        )
        journal.append(self._connection, at, Returned(loan.id))


def _due(loan: Loan) -> tuple[date, LoanId]:
    return loan.due_on, loan.id
