"""Rows of a CSV file (RFC 4180 as people really write it), one broken quote costing only its own row."""

from __future__ import annotations

import codecs
import csv
import re
from collections import deque
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO

from appliance.catalogue.entry import Cause
from appliance.catalogue.reading.draft import Trouble
from appliance.catalogue.reading.encodings import BAD
from appliance.catalogue.reading.problems import Progress
from appliance.catalogue.reading.table import Row

_CHUNK_BYTES = 1 << 16
_LINE_LETTERS = 1 << 20
"""A longer line is cut and the rest of it let go."""
_ROW_LINES = 100
"""A quoted cell that spans more lines than this has lost its closing quote."""
_FORMULA = re.compile(r"\s*=")
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
"""How spreadsheets are made to keep leading zeros in a CSV file: a formula that is only a text."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def csv_rows(path: Path, on_progress: Progress | None = None) -> Iterator[Row]:
    """The rows of a CSV file, with its encoding and delimiter found out. Rows are counted, not lines."""
    encoding = encoding_of_text(path)
    size = path.stat().st_size
    number = 0
    with path.open("rb") as raw, TextIOWrapper(raw, encoding, "replace", newline="") as stream:
        delimiter = _delimiter(stream)
        stream.seek(0)
        for lines, troubles in _whole_rows(stream):
            for cells in _cells(lines, delimiter, troubles):
                number += 1
                yield _checked(number, cells or [""], troubles)
                if on_progress and number % 256 == 0:
                    on_progress(min(raw.tell(), size), size)
    if on_progress:
        on_progress(size, size)


def encoding_of_text(path: Path) -> str:
    """By its mark; else UTF-8 when the whole file is that, but for a few bytes; else Windows-1252."""
    with path.open("rb") as stream:
        head = stream.read(4)
        for mark, name in _MARKS:
            if head.startswith(mark):
                return name
        stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        good = bad = 0
        while chunk := stream.read(_CHUNK_BYTES):
            if chunk.isascii() and not decoder.getstate()[0]:
                continue
            text = decoder.decode(chunk)
            bad += text.count(BAD)
            good += sum(letter > "\x7f" for letter in text) - text.count(BAD)
    return "utf-8" if good >= bad else "cp1252"


def _delimiter(stream: TextIO) -> str:
    """Of comma, semicolon and tab the one that stands most often in the first lines, outside quotes."""
    head = re.sub(r'"[^"]*"', "", stream.read(8192)).splitlines()[:10]
    counts = {mark: sum(line.count(mark) for line in head) for mark in ",;\t"}
    return max(counts, key=lambda mark: (counts[mark], mark == ","))


_NO_QUOTE = "a quote is not closed"


def _whole_rows(stream: TextIO) -> Iterator[tuple[list[str], list[Trouble]]]:
    """Lines that belong together: until the quotes are even, or the first line alone when they never are."""
    waiting: deque[tuple[str, list[Trouble]]] = deque()
    lines = _lines(stream)
    while True:
        line, troubles = waiting.popleft() if waiting else next(lines, ("", []))
        if not line:
            return
        held, quotes, more, letters = [line], line.count('"'), 0, len(line)
        while quotes % 2 and more < _ROW_LINES and letters < _LINE_LETTERS:
            if more == len(waiting):
                following = next(lines, None)
                if following is None:
                    break
                waiting.append(following)
            held.append(waiting[more][0])
            quotes += held[-1].count('"')
            letters += len(held[-1])
            more += 1
        if quotes % 2:
            yield [line], [*troubles, (Cause.BAD_FRAMING, _NO_QUOTE)]
            continue
        for _ in range(more):
            troubles = troubles + waiting.popleft()[1]
        yield held, troubles


def _lines(stream: TextIO) -> Iterator[tuple[str, list[Trouble]]]:
    while line := stream.readline(_LINE_LETTERS):
        if len(line) < _LINE_LETTERS or line.endswith("\n"):
            yield line, []
            continue
        dropped = 0
        while (rest := stream.readline(_LINE_LETTERS)) and not rest.endswith("\n"):
            dropped += len(rest)
        yield line.replace('"', ""), [(Cause.TOO_LONG, f"line: {len(line) + dropped} letters")]


def _cells(lines: list[str], delimiter: str, troubles: list[Trouble]) -> list[list[str]]:
    """The cells of lines that belong together, which may be several rows after all."""
    broken = (Cause.BAD_FRAMING, _NO_QUOTE) in troubles
    quoting: Literal[0, 3] = csv.QUOTE_NONE if broken else csv.QUOTE_MINIMAL
    try:
        return list(csv.reader(lines, delimiter=delimiter, quoting=quoting))
    except csv.Error:  # a cell of more than 128 KiB; the table cuts it
        return ["".join(lines).rstrip("\r\n").split(delimiter)]


def _checked(number: int, cells: list[str], troubles: list[Trouble]) -> Row:
    row = Row(number, [], list(troubles))
    for cell in cells:
        as_text = _TEXT_FORMULA.fullmatch(cell)
        if as_text:
            row.cells.append(as_text[1])
        elif _FORMULA.match(cell):
            row.troubles.append((Cause.FORMULA, cell[:40]))
            row.cells.append("")
        else:
            row.cells.append(cell)
    if any(BAD in cell for cell in cells):
        row.troubles.append((Cause.BAD_BYTES, ""))
    return row
