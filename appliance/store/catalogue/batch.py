"""One batch of entries into the tables, with a handful of statements for all of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import apsw

from appliance.catalogue.entry import Entry, Problem
from appliance.language.breaking import mark_for_keeping
from appliance.model import Title, TitleId
from appliance.store.catalogue.copies import CopyWriter, Wanted, after_last
from appliance.store.search import index

_KNOWN = (
    "SELECT title.source_key, title.id, record.sha256 FROM title JOIN record ON record.title_id = title.id"
    " WHERE title.source_key IN (SELECT value FROM json_each(?))"
)
_PUT_TITLE = (
    "INSERT INTO title (id, source_key, title, authors, series, subjects, isbn, language, shelf, year,"
    " publisher, cover) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
    " title = excluded.title, authors = excluded.authors, series = excluded.series,"
    " subjects = excluded.subjects, isbn = excluded.isbn, language = excluded.language,"
    " shelf = excluded.shelf, year = excluded.year, publisher = excluded.publisher,"
    " cover = CASE excluded.cover WHEN '' THEN title.cover ELSE excluded.cover END"
)
_PUT_RECORD = "INSERT OR REPLACE INTO record (title_id, format, body, sha256) VALUES (?, ?, ?, ?)"
_DIGEST_BYTES = 32
_MOST_DIGESTS = 1000


@dataclass(slots=True)
class Kept:
    """What one batch came to."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies_added: int = 0
    problems: list[Problem] = field(default_factory=list)


class BatchWriter:
    """Writes batches of one import; each inside a transaction that the caller opened.

    A title that several records of one file speak of (a table with a row for each copy) keeps the digests of
    all of them, or else each would count as a change whenever that file is imported again.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._copies = CopyWriter(connection)
        self._first_new = self._next_title = after_last(connection, "title")
        self._met: dict[int, bytes] = {}
        """For titles that were there before this import: the digests of the records it has brought so far."""

    def write(self, batch: Sequence[tuple[int, Entry]]) -> Kept:
        """Keep a batch of entries, each with its number in the file."""
        kept = Kept()
        known = self._known(batch)
        changes: dict[int, tuple[Entry, bytes]] = {}
        wanted: list[Wanted] = []
        for number, entry in batch:
            title_id, digests = known.get(entry.key) or (self._new_title_id(), b"")
            digest = _digest(entry)
            if _has(digests, digest):
                kept.unchanged += 1
                self._meet(title_id, digest)
                continue
            kept.changed += entry.key in known
            kept.added += entry.key not in known
            digests = self._with(title_id, digests, digest)
            known[entry.key] = title_id, digests
            changes[title_id] = entry, digests
            wanted.append(Wanted(number, title_id, entry.copies))
        self._put_titles(changes)
        kept.copies_added, kept.problems = self._copies.put(wanted)
        return kept

    def _new_title_id(self) -> int:
        self._next_title += 1
        return self._next_title - 1

    def _known(self, batch: Sequence[tuple[int, Entry]]) -> dict[str, tuple[int, bytes]]:
        """Id and digests of the titles of a batch that are there already, by key."""
        keys = json.dumps([entry.key for _, entry in batch])
        return {key: (at, digests) for key, at, digests in self._connection.execute(_KNOWN, (keys,))}

    def _meet(self, title_id: int, digest: bytes) -> None:
        if title_id < self._first_new and not _has(self._met.get(title_id, b""), digest):
            self._met[title_id] = self._met.get(title_id, b"") + digest

    def _with(self, title_id: int, digests: bytes, digest: bytes) -> bytes:
        """The digests of a title after a change: what earlier imports brought counts no more."""
        if title_id >= self._first_new:
            return (digests + digest)[-_MOST_DIGESTS * _DIGEST_BYTES :]
        self._meet(title_id, digest)
        return self._met[title_id][-_MOST_DIGESTS * _DIGEST_BYTES :]

    def _put_titles(self, changes: dict[int, tuple[Entry, bytes]]) -> None:
        titles = [(at, entry, _title(at, entry)) for at, (entry, _) in changes.items()]
        self._connection.executemany(_PUT_TITLE, (_row(entry.key, title) for _, entry, title in titles))
        self._connection.executemany(
            _PUT_RECORD,
            ((at, str(entry.record_format), entry.record, seen) for at, (entry, seen) in changes.items()),
        )
        index.put_many(self._connection, ((at, title) for at, _, title in titles))


def _has(digests: bytes, digest: bytes) -> bool:
    ends = range(0, len(digests), _DIGEST_BYTES)
    return any(digests[at : at + _DIGEST_BYTES] == digest for at in ends)


def _digest(entry: Entry) -> bytes:
    """SHA-256 of all that is taken: the record itself, and what this version of the program makes of it."""
    taken = (entry.title, entry.authors, entry.series, entry.subjects, entry.isbn, entry.language,
             str(entry.shelf), entry.year, entry.publisher, entry.cover,
             [(copy.barcode, str(copy.kind)) for copy in entry.copies])  # fmt: skip
    return sha256(entry.record + repr(taken).encode()).digest()


def _title(title_id: int, entry: Entry) -> Title:
    """The title as screens show it: Khmer texts with their word ends marked."""
    return Title(
        id=TitleId(title_id),
        title=_marked(entry.title),
        authors=tuple(map(_marked, entry.authors)),
        series=_marked(entry.series),
        subjects=tuple(map(_marked, entry.subjects)),
        isbn=entry.isbn,
        language=entry.language,
        shelf=entry.shelf,
        year=entry.year,
        publisher=_marked(entry.publisher),
        cover=entry.cover,
    )


def _marked(text: str) -> str:
    return text if text.isascii() else mark_for_keeping(text)


def _row(key: str, title: Title) -> tuple[int | str | None, ...]:
    return (
        title.id,
        key,
        title.title,
        json.dumps(title.authors, ensure_ascii=False),
        title.series,
        json.dumps(title.subjects, ensure_ascii=False),
        title.isbn,
        title.language,
        str(title.shelf),
        title.year,
        title.publisher,
        title.cover,
    )
