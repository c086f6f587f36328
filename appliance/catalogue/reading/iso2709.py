"""ISO 2709 framing: a stream of bytes cut into records, going on at the next record whatever is in between.

The record terminator 1D cuts, not the length in the leader: a wrong length then harms no other record, and a
whole record whose neighbour lost its terminator is still found, because it ends its piece and its length,
base address and count of fields agree (`_is_whole`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

RECORD_END = b"\x1d"
FIELD_END = b"\x1e"
LEADER_BYTES = 24
ENTRY_BYTES = 12
"""A directory entry: tag 3, length 4, start 5 (the entry map "4500" of both MARC formats)."""

_CHUNK_BYTES = 1 << 16
_LONGEST_BYTES = 1 << 20
"""ISO 2709 cannot say more than 99,999 bytes; beyond a megabyte without a terminator it is no record."""
_LENGTH = re.compile(rb"(?=\d{5})")
_LEADER = re.compile(rb"\d{5}[ a-z][\x20-\x7e]{4}22[\x20-\x7e]{8}45")
_LOOSE_LEADER = re.compile(rb"\d{5}[\x20-\x7e]{7}\d{5}")
_PADDING = b" \r\n\t\x00\x1a"
"""What exporters put between records or at the end of a file; not worth telling."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One record's bytes with its place in the file; `trouble` says in a few words what was wrong.

    `is_record` is false for bytes that are no record at all.
    """

    offset: int
    record: bytes
    trouble: str = ""
    is_record: bool = True


def frames(stream: BinaryIO) -> Iterator[Frame]:
    """Cut the stream into records, in constant memory."""
    for offset, piece, ended in _pieces(stream):
        if ended and _is_whole(piece):
            yield Frame(offset, piece)
        else:
            yield from _salvaged(offset, piece)


def _pieces(stream: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """Each run of bytes up to and with a terminator, its offset, and whether it had one."""
    offset, held = 0, b""
    while chunk := stream.read(_CHUNK_BYTES):
        held += chunk
        start = 0
        while end := held.find(RECORD_END, start) + 1:
            yield offset + start, held[start:end], True
            start = end
        if len(held) - start > _LONGEST_BYTES:
            # The end of what is let go may belong to a record that is still whole.
            cut = len(held) - 100_000
            yield offset + start, held[start:cut], False
            start = cut
        offset, held = offset + start, held[start:]
    if held:
        yield offset, held, False


def _is_whole(record: bytes) -> bool:
    """Length, base address and number of fields are those that the leader and the directory say."""
    try:
        length, base = int(record[:5]), int(record[12:17])
    except ValueError:
        return False
    entries = (base - LEADER_BYTES - 1) // ENTRY_BYTES
    return (
        length == len(record)
        and LEADER_BYTES < base <= length
        and record.find(FIELD_END) == base - 1
        and record.count(FIELD_END) == entries + 1
    )


def _salvaged(offset: int, piece: bytes) -> Iterator[Frame]:
    """What can be had of bytes that are not one record: damaged ones, then maybe a whole one."""
    body = piece.lstrip(_PADDING)
    offset += len(piece) - len(body)
    lengths = (match.start() for match in _LENGTH.finditer(body))
    fitting = [at for at in lengths if int(body[at : at + 5]) == len(body) - at]
    whole = next((at for at in reversed(fitting) if _is_whole(body[at:])), len(body))
    yield from _damaged(offset, body[:whole])
    if whole < len(body):
        yield Frame(offset + whole, body[whole:])


def _damaged(offset: int, body: bytes) -> Iterator[Frame]:
    """A record begins at each leader; what stands before the first is none."""
    if not body.strip(_PADDING):
        return
    starts = {match.start() for match in _LEADER.finditer(body)}
    if _LOOSE_LEADER.match(body):
        starts.add(0)
    edges = sorted(starts | {len(body)})
    if edges[0]:
        yield Frame(offset, body[: edges[0]], f"{edges[0]} bytes that are no record", is_record=False)
    for start, end in pairwise(edges):
        yield Frame(offset + start, body[start:end], _what_is_wrong(body[start:end]))


def _what_is_wrong(record: bytes) -> str:
    if not record.endswith(RECORD_END):
        return "no end of record"
    if int(record[:5]) != len(record):
        return f"length {len(record)}, not {int(record[:5])}"
    return "directory"
