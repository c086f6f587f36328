"""Reads the demo library's three tables: titles, readers and staff with their demo PINs.

The tables are tab-separated UTF-8 with a heading row and no quoting; several authors or subjects in one cell
are parted by `; `.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from appliance.catalogue.entry import CopyEntry, Entry, RecordFormat
from appliance.model import Avatar, CopyKind, Language, Reader, ReaderCategory, ReaderId, Role, Shelf

_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """An invented member of staff. The PIN is no secret: it opens nothing but a demo library."""

    number: int
    name: str
    role: Role
    language: Language
    pin: str


def entries() -> Iterator[Entry]:
    """Every title of the demo library, as an import takes it; its copies ask for barcodes."""
    for number, row in enumerate(_rows("titles.tsv"), start=1):
        yield Entry(
            key=f"demo:{number}",
            title=row["title"],
            record=json.dumps(row, ensure_ascii=False).encode(),
            record_format=RecordFormat.ROW,
            authors=_several(row["authors"]),
            series=row["series"],
            subjects=_several(row["subjects"]),
            isbn=row["isbn"],
            language=row["language"],
            shelf=Shelf(row["shelf"]),
            year=int(row["year"]) if row["year"] else None,
            copies=(CopyEntry("", CopyKind(row["kind"])),) * int(row["copies"]),
        )


def readers() -> tuple[Reader, ...]:
    """The invented readers, of every category; their ids are given by the library they are added to."""
    return tuple(
        Reader(
            ReaderId(0),
            int(row["number"]),
            row["name"],
            ReaderCategory(row["category"]),
            Language(row["language"]),
            Avatar(row["avatar"]),
            row["cell"],
        )
        for row in _rows("readers.tsv")
    )


def staff() -> tuple[DemoStaff, ...]:
    """Two guards, a librarian and a technician."""
    return tuple(
        DemoStaff(int(row["number"]), row["name"], Role(row["role"]), Language(row["language"]), row["pin"])
        for row in _rows("staff.tsv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("appliance.demo").joinpath(name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_BETWEEN)) if cell else ()
