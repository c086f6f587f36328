"""A library after years, made in seconds with plain SQL: past loans, waiting requests, titles, the journal.

The journal's rows chain validly, so the whole of it verifies; the rest is what the kiosk would have written,
except that titles are found by their numbers only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

import apsw

from appliance.store.journal import moment_text
from tests.flows.storyboard import MONDAY

_FIRST = 1_000_000
"""Ids from here on are of this module."""
_LONG_AGO = moment_text(MONDAY - timedelta(days=900))
_NOT_TO_LAPSE = moment_text(MONDAY + timedelta(days=30))
_NUMBERS = "WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x + 1 < ?1)"
_TITLES = f"""
INSERT INTO title (id, source_key, title, isbn, language, shelf) {_NUMBERS}
SELECT {_FIRST} + x, 'large:' || x, 'Large title ' || x, printf('979%010d', x), 'en', 'literature' FROM n
"""
_RECORDS = f"""
INSERT INTO record {_NUMBERS} SELECT {_FIRST} + x, 'marc21', zeroblob(300), zeroblob(32) FROM n
"""
_WORDS = f"""
INSERT INTO title_words (rowid, title, people, rest) {_NUMBERS}
SELECT {_FIRST} + x, 'large title ' || x, 'author ' || (x % 5000), printf('979%010d', x) FROM n
"""
_COPIES = f"""
INSERT INTO copy (id, barcode, title_id, kind) {_NUMBERS}
SELECT {_FIRST} + x, 'L' || x, {_FIRST} + x, 'book' FROM n
"""
_READERS = f"""
INSERT INTO reader (id, number, name, category, language, avatar) {_NUMBERS}
SELECT {_FIRST} + x, {_FIRST} + x, 'Reader ' || x, 'adult', 'km', 'rabbit' FROM n
"""
_REQUESTS = f"""
INSERT INTO request (id, reader_id, asked_at, state) {_NUMBERS}
SELECT {_FIRST} + ?2 + x, {_FIRST} + x % ?3, ?4, ?5 FROM n
"""
_REQUEST_COPIES = f"""
INSERT INTO request_copy (request_id, place, copy_id, waiting) {_NUMBERS}
SELECT {_FIRST} + ?2 + x, 0, {_FIRST} + x % ?3, ?4 FROM n
"""
_LOANS = f"""
INSERT INTO loan (id, copy_id, reader_id, request_id, lent_at, due_on, renewals, returned_at, salt) {_NUMBERS}
SELECT {_FIRST} + x, {_FIRST} + x % ?2, {_FIRST} + x % ?3, {_FIRST} + x, ?4, '2024-06-01', 0, ?4,
       randomblob(16) FROM n
"""
_SLIPS = f"INSERT INTO slip {_NUMBERS} SELECT {_FIRST} + x, 1, ?2, 'printed', NULL FROM n"
_LAST = "SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each; the readers are as many as wait, or a hundred."""

    titles: int = 100_000
    past_loans: int = 20_000
    waiting: int = 500
    journal_rows: int = 1_000_000


def enlarge(connection: apsw.Connection, size: Size) -> None:
    """Add all of it to a library that was begun."""
    copies = max(size.titles, size.waiting, 1)
    readers = max(100, size.waiting)
    run = connection.execute
    with connection:
        for sql in (_TITLES, _RECORDS, _WORDS, _COPIES):
            run(sql, (copies,))
        run(_READERS, (readers,))
        if size.past_loans:
            run(_REQUESTS, (size.past_loans, 0, readers, _LONG_AGO, "approved"))
            run(_REQUEST_COPIES, (size.past_loans, 0, copies, 0))
            run(_LOANS, (size.past_loans, copies, readers, _LONG_AGO))
            run(_SLIPS, (size.past_loans, _LONG_AGO))
        if size.waiting:
            run(_REQUESTS, (size.waiting, size.past_loans, readers, _NOT_TO_LAPSE, "waiting"))
            run(_REQUEST_COPIES, (size.waiting, size.past_loans, copies, 1))
        rows = islice(_chained(connection), size.journal_rows)
        connection.executemany("INSERT INTO journal VALUES (?, ?, 'renewed', ?, ?, ?)", rows)
    connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)


def _chained(connection: apsw.Connection) -> Iterator[tuple[int, str, str, bytes, bytes]]:
    """Rows that go on from the last one: what store/journal.py says of the chain, written once more."""
    ((seq, prev, at),) = connection.execute(_LAST)
    while True:
        seq += 1
        body = f'{{"due_on":"2024-06-01","loan":{seq}}}'
        link = hashlib.sha256(b"bce/journal/v1" + prev + f"{seq}\n{at}\nrenewed\n{body}".encode()).digest()
        yield seq, at, body, prev, link
        prev = link
