"""What kinds of code are called, by the letter of their AIM symbology identifier (ISO/IEC 15424)."""

from __future__ import annotations

import re

_IDENTIFIER = re.compile(r"\]([A-Za-z])[0-9A-Za-z]")

_NAMES = {
    "A": "Code 39",
    "C": "Code 128",
    "E": "EAN/UPC",
    "F": "Codabar",
    "G": "Code 93",
    "I": "Interleaved 2 of 5",
    "L": "PDF417",
    "Q": "QR",
    "X": "EAN/UPC",
    "d": "Data Matrix",
    "e": "GS1 DataBar",
    "z": "Aztec",
}


def symbology_name(code: str) -> str | None:
    """The name of the kind of code that `code` was printed with; None when the scanner does not tell."""
    match = _IDENTIFIER.match(code)
    return _NAMES.get(match[1], f"AIM {match[1]}") if match else None
