"""Rows of the first sheet with anything on it of an XLSX workbook; formulas are never worked out."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from appliance.catalogue.entry import Cause
from appliance.catalogue.reading.problems import Progress, refusal
from appliance.catalogue.reading.table import COLUMNS, Row
from appliance.catalogue.reading.workbook_check import check_workbook

_BROKEN = (
    BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError,
    EOFError, OSError, zlib.error,
)  # fmt: skip
"""All that openpyxl lets through when a workbook's inside is not as it should be."""
_ZEROS = re.compile("0+")
_BLANK_ROWS = 5000
"""So many blank rows end the sheet: a format laid over a whole column makes a million of them."""


def xlsx_rows(path: Path, on_progress: Progress | None = None) -> Iterator[Row]:
    """The rows of a workbook that was found safe.

    Raises:
        Refusal: DANGEROUS_FILE or NOT_A_CATALOGUE.
    """
    check_workbook(path)
    try:
        with path.open("rb") as stream:
            workbook = load_workbook(stream, read_only=True, keep_links=False, keep_vba=False)
            yield from _rows(workbook, on_progress)
    except DefusedXmlException as error:
        raise refusal(Cause.DANGEROUS_FILE, type(error).__name__) from error
    except _BROKEN as error:
        raise refusal(Cause.NOT_A_CATALOGUE, f"damaged workbook: {error}") from error


def _rows(workbook: Workbook, on_progress: Progress | None) -> Iterator[Row]:
    for sheet in workbook.worksheets:
        stream = _sheet_rows(sheet, on_progress)
        some = next(stream, None)
        if some is not None:
            yield from chain([some], stream)
            return


def _sheet_rows(sheet: object, on_progress: Progress | None) -> Iterator[Row]:
    rows = sheet.max_row or 0  # type: ignore[attr-defined]  # openpyxl's types know no read-only sheet
    blank = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):  # type: ignore[attr-defined]  # as above
        row = _row(number, cells)
        blank = 0 if row.cells or row.troubles else blank + 1
        if blank > _BLANK_ROWS:
            return
        if not blank:
            yield row
        if on_progress and number % 256 == 0:
            on_progress(min(number, rows), max(number, rows))


def _row(number: int, cells: tuple[object, ...]) -> Row:
    row = Row(number, [], trimmed=True)
    for cell in cells[:COLUMNS]:
        kind, value = getattr(cell, "data_type", "n"), getattr(cell, "value", None)
        if kind == "f":
            row.troubles.append((Cause.FORMULA, f"{getattr(cell, 'coordinate', '')} {value}"))
        row.cells.append("" if kind in "fe" else _text(value, cell))
    while row.cells and not row.cells[-1].strip():
        row.cells.pop()
    return row


def _text(value: object, cell: object) -> str:
    """A cell as a person sees it: 101.0 is 101, or 0101 where its format has four zeros; a date a day."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        zeros = _ZEROS.fullmatch(str(getattr(cell, "number_format", "")))
        return str(int(value)).zfill(len(zeros[0]) if zeros else 0)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
