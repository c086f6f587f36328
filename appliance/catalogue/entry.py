"""What an import takes from a record, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appliance.model import CopyKind, Shelf


class RecordFormat(StrEnum):
    """How the whole record is kept, so that it can be given back as it came."""

    MARC21 = "marc21"
    UNIMARC = "unimarc"
    MARCXML = "marcxml"
    ROW = "row"
    """A row of a table, as a JSON object from column name to text."""


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A copy named by a record; an empty barcode asks for one to be given."""

    barcode: str
    kind: CopyKind = CopyKind.BOOK


@dataclass(frozen=True, slots=True)
class Entry:
    """One title to be kept. Texts are stripped, NFC, without control characters, and not yet word-marked.

    `key` makes the record the same at the next import: its control number with the agency that gave it, or
    else a digest of ISBN, title, authors and year.
    """

    key: str
    title: str
    record: bytes
    record_format: RecordFormat
    authors: tuple[str, ...] = ()
    series: str = ""
    subjects: tuple[str, ...] = ()
    isbn: str = ""
    language: str = ""
    shelf: Shelf = Shelf.GENERAL
    year: int | None = None
    publisher: str = ""
    cover: str = ""
    copies: tuple[CopyEntry, ...] = ()


class Cause(StrEnum):
    """What can be wrong in a file of records, whole list."""

    NOT_A_CATALOGUE = "not_a_catalogue"
    """Refused whole: no known format."""
    DANGEROUS_FILE = "dangerous_file"
    """Refused whole: an entity bomb, a zip bomb, a document that reaches outside itself."""
    NO_TITLE_COLUMN = "no_title_column"
    """Refused whole: a table without a column that can be the title."""
    BAD_FRAMING = "bad_framing"
    """Bytes between two records, or a record whose length is wrong; reading went on at the next record."""
    BAD_BYTES = "bad_bytes"
    """Some bytes are no text in the record's encoding; each became U+FFFD and the record was kept."""
    BAD_RECORD = "bad_record"
    """The record's inside cannot be read; it was left out."""
    NO_TITLE = "no_title"
    """Left out: nothing to show a reader."""
    TOO_LONG = "too_long"
    """A field was cut to the longest that is kept."""
    FORMULA = "formula"
    """A cell held a formula; it was taken as nothing."""
    BAD_ISBN = "bad_isbn"
    """Kept as it is; only told."""
    BARCODE_TAKEN = "barcode_taken"
    """The barcode belongs to another title; this copy was left out."""
    BARCODE_RESERVED = "barcode_reserved"
    """The barcode has the form of a reader's card, a badge or a slip; this copy was left out."""
    RAGGED_ROW = "ragged_row"
    """A row with more or fewer cells than the heading; kept by position."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem and its place: record or row number from 1, and the byte offset where there is one."""

    cause: Cause
    record: int
    offset: int | None = None
    detail: str = ""
    """Short, for a technician: a field's name, a length; never more than 80 characters."""


class Refusal(Exception):
    """The whole file is refused, with the one problem that decides it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.cause)
        self.problem = problem
