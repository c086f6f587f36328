"""Which of the formats is this file? By its content; names lie."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import Path
from zipfile import is_zipfile

_LOOKED_AT_BYTES = 1 << 18
_LEADER = re.compile(rb"\d{5}[\x20-\x7e]{7}\d{5}[\x20-\x7e]{7}")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class FileKind(StrEnum):
    MARC = "marc"
    XML = "xml"
    XLSX = "xlsx"
    CSV = "csv"
    UNKNOWN = "unknown"


def kind_of(path: Path) -> FileKind:
    """What the first 256 KiB of a file look like."""
    with path.open("rb") as stream:
        head = stream.read(_LOOKED_AT_BYTES)
    zipped = head.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if head.startswith(b"PK\x03\x04") and is_zipfile(path):
        return FileKind.XLSX
    # Before the other formats: a damaged first byte must not make a whole file of records look like one of
    # them, and none of them can hold both a field's end and a leader.
    if b"\x1e" in head and _LEADER.search(head):
        return FileKind.MARC
    if zipped:
        return FileKind.XLSX
    if head.startswith(_WIDE) or head[:2] in (b"<\0", b"\0<"):
        text = head.decode("utf-16" if head.startswith(_WIDE) else "utf-16-le", "ignore").replace("\0", "")
        return FileKind.XML if text.lstrip().startswith("<") else FileKind.CSV
    plain = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if plain.startswith(b"<"):
        return FileKind.XML
    if b"\x1e" in head and b"\x1d" in head:
        return FileKind.MARC
    return FileKind.UNKNOWN if b"\0" in head or not plain else FileKind.CSV
