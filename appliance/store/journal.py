"""The journal: append-only, each row chained to the one before, written in the transaction of its change.

hash = SHA-256("bce/journal/v1" || prev || seq LF at LF kind LF body), all as UTF-8; the body is JSON with
sorted keys and no spaces, so it holds no line feed. The first row's `prev` is 32 zero bytes. Kind and
body are those of `model/journal_events.py`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import apsw

from appliance.model.journal_events import JSON, JournalEvent, body_of, kind_of

_DOMAIN = b"bce/journal/v1"
_GENESIS = bytes(32)
SALT_BYTES = 16
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def append(connection: apsw.Connection, at: datetime, event: JournalEvent) -> int:
    """Add a row inside the caller's open transaction and return its `seq`. `at` is UTC.

    A row is never earlier than the one before it: with an earlier `at` it takes that one's moment.
    """
    last = connection.execute("SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, prev, before = (last[0] + 1, last[1], last[2]) if last else (1, _GENESIS, "")
    kind = kind_of(event)
    moment, text = max(moment_text(at), before), _canonical(body_of(event))
    connection.execute(
        "INSERT INTO journal (seq, at, kind, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?)",
        (seq, moment, kind, text, prev, _link(prev, seq, moment, kind, text)),
    )
    return int(seq)


def moment_text(at: datetime) -> str:
    """A UTC time as it is stored: ISO 8601 with milliseconds, so that texts sort like times."""
    return at.isoformat("T", "milliseconds")


def seal(salt: bytes, *, reader_id: int, copy_id: int) -> str:
    """What the journal keeps of a loan's reader and copy: opened only by the salt in the loan row.

    Purging a loan's reader and salt later leaves the chain whole and the reading unknown.
    """
    return hashlib.blake2b(f"{reader_id}/{copy_id}".encode(), key=salt, digest_size=32).hexdigest()


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


@dataclass(frozen=True, slots=True)
class Head:
    """The last row: how long the journal is and what its chain has come to."""

    seq: int
    hash: bytes


class JournalBroken(Exception):
    """The chain does not hold at row `seq`."""

    def __init__(self, seq: int, why: str) -> None:
        super().__init__(f"row {seq}: {why}")
        self.seq = seq
        self.why = why


def verify(connection: apsw.Connection, *, last: int | None = None) -> Head:
    """Check the chain (of the `last` rows only, if given) and the seals of loans that still have a salt.

    Raises:
        JournalBroken: names the first row that does not hold.
    """
    expected, prev = _starting_point(connection, last)
    for seq, moment, kind, text, row_prev, row_hash in connection.execute(
        "SELECT seq, at, kind, body, prev, hash FROM journal WHERE seq > ? ORDER BY seq", (expected,)
    ):
        expected += 1
        if seq != expected:
            raise JournalBroken(expected, "missing")
        if row_prev != prev:
            raise JournalBroken(seq, "not chained to the row before")
        if row_hash != _link(prev, seq, moment, kind, text):
            raise JournalBroken(seq, "changed")
        prev = row_hash
    if last is None:
        _verify_seals(connection)
    return Head(expected, prev)


def _starting_point(connection: apsw.Connection, last: int | None) -> tuple[int, bytes]:
    if last is None:
        return 0, _GENESIS
    row = connection.execute(
        "SELECT seq, hash FROM journal WHERE seq <= (SELECT max(seq) FROM journal) - ?"
        " ORDER BY seq DESC LIMIT 1",
        (last,),
    ).fetchone()
    return (row[0], row[1]) if row else (0, _GENESIS)


def _verify_seals(connection: apsw.Connection) -> None:
    for seq, loan_id, sealed in _lent(connection):
        row = connection.execute(
            "SELECT reader_id, copy_id, salt FROM loan WHERE id = ?", (loan_id,)
        ).fetchone()
        if row is None:
            raise JournalBroken(seq, "its loan is gone")
        reader_id, copy_id, salt = row
        if salt is not None and seal(salt, reader_id=reader_id, copy_id=copy_id) != sealed:
            raise JournalBroken(seq, "its loan was changed")


def _lent(connection: apsw.Connection) -> Iterator[tuple[int, int, str]]:
    yield from connection.execute(
        "SELECT seq, json_extract(body, '$.loan'), json_extract(body, '$.sealed')"
        " FROM journal WHERE kind = 'lent'"
    )


def _canonical(body: Mapping[str, JSON]) -> str:
    return _ENCODER.encode(body)


def _link(prev: bytes, seq: int, moment: str, kind: str, text: str) -> bytes:
    return hashlib.sha256(b"%b%b%d\n%b" % (_DOMAIN, prev, seq, f"{moment}\n{kind}\n{text}".encode())).digest()
