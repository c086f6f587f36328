"""Reading a catalogue file, whatever its format: `read` is the one way in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from appliance.catalogue.entry import Cause, Entry, Problem
from appliance.catalogue.reading.csv_rows import csv_rows
from appliance.catalogue.reading.marc_file import read_marc
from appliance.catalogue.reading.marcxml import read_marcxml
from appliance.catalogue.reading.problems import Progress, refusal
from appliance.catalogue.reading.sniff import FileKind, kind_of
from appliance.catalogue.reading.table import read_table
from appliance.catalogue.reading.xlsx_rows import xlsx_rows

__all__ = ["read"]


def read(
    path: Path, *, columns: Mapping[str, str] | None = None, on_progress: Progress | None = None
) -> Iterator[Entry | Problem]:
    """The entries of a catalogue file and what was wrong in it, in the file's order.

    A record that is left out has exactly one problem NO_TITLE or BAD_RECORD; all other problems are about
    something smaller. `columns` maps what a column holds ("title", "barcode" ...; see `Column`) to its name
    in a table, for tables whose names are not understood. Nothing is read before the first entry is asked
    for.

    Raises:
        Refusal: the whole file is refused, maybe only when its bad part is reached.
        OSError: the file cannot be read.
    """
    kind = kind_of(path)
    if kind is FileKind.MARC:
        yield from read_marc(path, on_progress)
    elif kind is FileKind.XML:
        yield from read_marcxml(path, on_progress)
    elif kind is FileKind.XLSX:
        yield from read_table(xlsx_rows(path, on_progress), columns)
    elif kind is FileKind.CSV:
        yield from read_table(csv_rows(path, on_progress), columns)
    else:
        raise refusal(Cause.NOT_A_CATALOGUE)
