"""Rows of a table -> entries and problems, whatever file the rows came from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from appliance.catalogue.entry import Cause, CopyEntry, RecordFormat, Refusal
from appliance.catalogue.reading.columns import Column, find_columns
from appliance.catalogue.reading.draft import Draft, Trouble
from appliance.catalogue.reading.entry_from_draft import finish
from appliance.catalogue.reading.problems import Told, problems, refusal
from appliance.catalogue.reading.shelves import shelf_of_topic, shelf_of_words, unaccented
from appliance.catalogue.reading.text import clean, in_arabic_digits, is_khmer, year_in
from appliance.model import CopyKind, Shelf

CELL_LETTERS = 10_000
"""The longest cell that is kept with its row."""
COLUMNS = 200
_SEVERAL = re.compile(r"\s*[;|\n]\s*")
_HEADING_ROWS = 10
"""People put a name and a date above the heading; it is looked for in this many rows."""
_MOST_COPIES = 500
_KINDS = (
    (CopyKind.REFERENCE, ("reference", "usuel", "not for loan", "reading room", "consultation", "sur place",
                          "ឯកសារយោង", "អានក្នុងបណ្ណាល័យ", "មិនឲ្យខ្ចី", "មិនអាចខ្ចី")),
    (CopyKind.PICTURE_BOOK, ("picture", "album", "រូបភាព")),
    (CopyKind.TEXTBOOK, ("textbook", "manuel", "សិក្សាគោល", "សៀវភៅសិក្សា", "សៀវភៅពុម្ព")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its file gave it: `number` counts the rows of the file from 1, the heading included.

    `trimmed` rows come without the blank cells at their end.
    """

    number: int
    cells: list[str]
    troubles: list[Trouble] = field(default_factory=list)
    trimmed: bool = False


def read_table(rows: Iterable[Row], given: Mapping[str, str] | None = None) -> Told:
    """The entries of a table.

    Raises:
        Refusal: NO_TITLE_COLUMN, when no row near the top names a column that can be the title.
    """
    stream = iter(rows)
    top = list(islice(stream, _HEADING_ROWS))
    heading, columns, skipped = _heading(top, given)
    for row in chain(top[skipped:], stream):
        if any(row.cells):
            yield from _told(row, heading, columns)
        else:
            yield from problems(row.troubles, row.number)


def _heading(top: list[Row], given: Mapping[str, str] | None) -> tuple[list[str], list[Column | None], int]:
    """The heading's cells, what its columns hold, and how many rows end with it."""
    refused = refusal(Cause.NO_TITLE_COLUMN, record=1)
    for skipped, row in enumerate(top, 1):
        try:
            return row.cells, find_columns(row.cells, given), skipped
        except Refusal as problem_of_row:
            refused = refused if refused.problem.detail else problem_of_row
    raise refused


def _told(row: Row, heading: list[str], columns: list[Column | None]) -> Told:
    troubles = list(row.troubles)
    cells = [_cell(text, troubles) for text in row.cells[:COLUMNS]]
    if len(row.cells) > len(heading) or (len(row.cells) < len(heading) and not row.trimmed):
        troubles.append((Cause.RAGGED_ROW, f"{len(row.cells)} cells, not {len(heading)}"))
    by_column: dict[Column, list[str]] = {}
    for column, text in zip(columns, cells, strict=False):
        if column and text.strip():
            by_column.setdefault(column, []).append(text)
    draft = _draft(by_column, troubles)
    entry = finish(draft, _record(heading, cells), RecordFormat.ROW)
    yield from problems(draft.troubles, row.number)
    if entry is not None:
        yield entry


def _cell(text: str, troubles: list[Trouble]) -> str:
    if len(text) <= CELL_LETTERS:
        return text
    troubles.append((Cause.TOO_LONG, f"cell: {len(text)} letters"))
    return text[:CELL_LETTERS]


def _record(heading: list[str], cells: list[str]) -> bytes:
    """The row as canonical JSON: every column by its name, those without one by their place from 1."""
    names = [name or str(place) for place, name in enumerate(heading, 1)]
    names += [str(place) for place in range(len(names) + 1, len(cells) + 1)]
    row: dict[str, str] = {}
    for place, (name, text) in enumerate(zip(names, cells, strict=False), 1):
        row[name if name not in row else f"{name} {place}"] = text
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _draft(cells: dict[Column, list[str]], troubles: list[Trouble]) -> Draft:
    def one(column: Column) -> str:
        return next(iter(cells.get(column, ())), "")

    def several(column: Column) -> list[str]:
        return [part for text in cells.get(column, ()) for part in _SEVERAL.split(text) if part.strip()]

    shelf = shelf_of_words(one(Column.SHELF)) or _shelf_of_subjects(several(Column.SUBJECT))
    kind = _kind(f"{one(Column.KIND)} {one(Column.SHELF)}", shelf)
    number = clean(one(Column.NUMBER))
    title = next(filter(is_khmer, cells.get(Column.TITLE, ())), one(Column.TITLE))
    return Draft(
        title=" : ".join(filter(None, (title, one(Column.SUBTITLE)))),
        authors=several(Column.AUTHOR),
        series=one(Column.SERIES),
        subjects=several(Column.SUBJECT),
        isbns=several(Column.ISBN),
        language=one(Column.LANGUAGE),
        shelf=shelf,
        year=year_in(one(Column.YEAR)),
        publisher=one(Column.PUBLISHER),
        copies=_copies(several(Column.BARCODE), one(Column.COPIES), kind),
        control=f"row:{number}" if number else "",
        troubles=troubles,
    )


def _shelf_of_subjects(subjects: list[str]) -> Shelf:
    return next(filter(None, map(shelf_of_topic, subjects)), Shelf.GENERAL)


def _kind(text: str, shelf: Shelf) -> CopyKind:
    plain = unaccented(text)
    named = (kind for kind, words in _KINDS if any(word in plain for word in words))
    return next(named, CopyKind.TEXTBOOK if shelf is Shelf.TEXTBOOKS else CopyKind.BOOK)


def _copies(barcodes: list[str], count: str, kind: CopyKind) -> list[CopyEntry]:
    """A copy for each barcode, and unnamed ones up to the count that the row gives."""
    digits = re.match(r"\d{1,4}", in_arabic_digits(clean(count)))
    wanted = max(min(int(digits[0]), _MOST_COPIES) if digits else 1, 1)
    named = [CopyEntry(barcode, kind) for barcode in barcodes]
    return named + [CopyEntry("", kind)] * (wanted - len(named))
