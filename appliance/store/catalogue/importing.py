"""Keeping what an import reads: titles, records, copies, search rows and the journal, a batch at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

import apsw

from appliance.catalogue.entry import Cause, Entry, Problem
from appliance.model.journal_events import CatalogueKept
from appliance.store import journal
from appliance.store.catalogue.batch import BatchWriter, Kept

BATCH_RECORDS = 500
LISTED_PROBLEMS = 1000
_LEFT_OUT = (Cause.NO_TITLE, Cause.BAD_RECORD)


@dataclass(slots=True)
class ImportReport:
    """What an import did. `read` counts the records that were there, those that were left out included.

    `problems` lists the first thousand; `causes` counts them all.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies_added: int = 0
    causes: Counter[Cause] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, problem: Problem) -> None:
        self.causes[problem.cause] += 1
        self.read += problem.cause in _LEFT_OUT
        if len(self.problems) < LISTED_PROBLEMS:
            self.problems.append(problem)

    def count(self, kept: Kept) -> None:
        self.read += kept.added + kept.changed + kept.unchanged
        self.added += kept.added
        self.changed += kept.changed
        self.unchanged += kept.unchanged
        self.copies_added += kept.copies_added
        for problem in kept.problems:
            self.tell(problem)


def import_entries(
    connection: apsw.Connection,
    read: Iterable[Entry | Problem],
    *,
    at: datetime,
    dry_run: bool = False,
    source: str = "",
) -> ImportReport:
    """Keep every entry and count every problem; each batch is a transaction with its journal row.

    What is there already and has not changed is left alone. A changed record keeps its title id, so loans
    and copies stay with it; copies that it names no longer stay too, for they may be in a reader's hands.
    `at` is UTC; `source` is the file's name, for the journal. A dry run does all of it and takes it back.

    Raises:
        Refusal: the file turned out to be refused; batches kept before stay.
    """
    report = ImportReport()
    if not dry_run:
        _keep_all(connection, read, report, at, source)
        return report
    connection.execute("BEGIN IMMEDIATE")
    try:
        _keep_all(connection, read, report, at, source)
    finally:
        # Nothing is left to take back where SQLite did so by itself, as it does on a full disk.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return report


def _keep_all(
    connection: apsw.Connection,
    read: Iterable[Entry | Problem],
    report: ImportReport,
    at: datetime,
    source: str,
) -> None:
    writer = BatchWriter(connection)
    for batch in _batches(_numbered(read, report)):
        with connection:
            kept = writer.write(batch)
            if kept.added or kept.changed or kept.copies_added:
                journal.append(connection, at, _event(kept, source))
        report.count(kept)


def _numbered(read: Iterable[Entry | Problem], report: ImportReport) -> Iterator[tuple[int, Entry]]:
    """The entries with their number in the file, while the problems go into the report."""
    number = 0
    for one in read:
        if isinstance(one, Problem):
            report.tell(one)
            number += one.cause in _LEFT_OUT
        else:
            number += 1
            yield number, one


def _batches(entries: Iterator[tuple[int, Entry]]) -> Iterator[list[tuple[int, Entry]]]:
    while batch := list(islice(entries, BATCH_RECORDS)):
        yield batch


def _event(kept: Kept, source: str) -> CatalogueKept:
    return CatalogueKept(source, kept.added, kept.changed, kept.copies_added)
