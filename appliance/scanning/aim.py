"""AIM symbology identifiers (ISO/IEC 15424): `]`, a letter for the symbology, and what the reader did to it.

A scanner set to send them says with what kind of code a text was printed, so that an add-on or a check
character is known instead of guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_IDENTIFIER = re.compile(r"\]([A-Za-z])([0-9A-Za-z])")


class Symbology(StrEnum):
    """What the text is to be read as."""

    PLAIN = "plain"
    """Taken as it is: Code 128, Code 93, interleaved 2 of 5, QR, Data Matrix, Code 39."""
    CODE_39_CHECKED = "code_39_checked"
    """The check character was verified and is still there."""
    CODABAR = "codabar"
    """Start and stop letters may have been sent; they are no part of it."""
    EAN = "ean"
    EAN_WITH_ADD_ON = "ean_with_add_on"
    """Two or five digits of price or issue come after the thirteen."""
    BOOKLAND = "bookland"
    """The reader made a ten-digit ISBN out of an EAN-13."""
    TRADE = "trade"
    """GS1: shipping labels and the like, nothing of a library's."""
    UNKNOWN = "unknown"


_SYMBOLOGIES = {
    "A0": Symbology.PLAIN, "A1": Symbology.CODE_39_CHECKED, "A3": Symbology.PLAIN, "A4": Symbology.PLAIN,
    "A5": Symbology.CODE_39_CHECKED, "A7": Symbology.PLAIN,
    "C0": Symbology.PLAIN, "C1": Symbology.TRADE, "C2": Symbology.TRADE, "C4": Symbology.TRADE,
    "E0": Symbology.EAN, "E3": Symbology.EAN_WITH_ADD_ON, "E4": Symbology.PLAIN,
    "F0": Symbology.CODABAR, "F1": Symbology.CODABAR, "F2": Symbology.CODABAR, "F4": Symbology.CODABAR,
    "G0": Symbology.PLAIN,
    "I0": Symbology.PLAIN, "I1": Symbology.PLAIN, "I3": Symbology.PLAIN,
    "Q0": Symbology.PLAIN, "Q1": Symbology.PLAIN, "Q3": Symbology.TRADE, "Q5": Symbology.TRADE,
    "X0": Symbology.BOOKLAND,
    "d0": Symbology.PLAIN, "d1": Symbology.PLAIN, "d2": Symbology.TRADE, "e0": Symbology.TRADE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what it was printed with; `symbology` is None when the scanner did not say."""

    text: str
    symbology: Symbology | None


def read_identifier(code: str) -> Marked:
    """Take the identifier off, if there is one."""
    match = _IDENTIFIER.match(code)
    if match is None:
        return Marked(code, None)
    return Marked(code[3:], _SYMBOLOGIES.get(match[1] + match[2], Symbology.UNKNOWN))


def has_another(text: str) -> bool:
    """Whether a second identifier stands inside the text: two codes came as one."""
    return _IDENTIFIER.search(text) is not None
