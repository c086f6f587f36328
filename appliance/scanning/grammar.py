"""A scanned text as a typed value. Every rule is anchored, every text has an answer, and nothing is guessed.

What a copy's barcode looks like is the library's own business, so any text may be one: a `BookScan` names the
texts to look up, in order, and what to say when the catalogue knows none of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from stdnum import ean
from stdnum import isbn as isbn_numbers

from appliance.paper.codes import SlipScan, read_slip_code
from appliance.people.cards import CardScan, read_card
from appliance.scanning.aim import Symbology, has_another, read_identifier

LONGEST = 64
_CODABAR = re.compile(r"[A-D]([0-9$:/.+-]+)[A-D]")
_CODE_39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
"""The 43 characters of Code 39 in the order of their check values (ISO/IEC 16388)."""
_EAN_DIGITS = 13
_ADD_ONS = (2, 5)
_OUR_LENGTHS = (9, 13, 17)
"""A slip's code of the old form, a card, a slip's code."""


class Fault(StrEnum):
    """Why a text is nothing of this library's."""

    FOREIGN = "foreign"
    """Some other code: nobody here has printed it."""
    TRADE = "trade"
    """A label of shipping or trade (GS1)."""
    GLUED = "glued"
    """Two codes that came as one; which of the two was meant is not guessed."""
    MISREAD = "misread"
    """Its check character is wrong, or there is nothing in it."""


@dataclass(frozen=True, slots=True)
class BookScan:
    """Maybe a book: its barcode is one of `barcodes`, the first that the catalogue has; else `isbn`, else
    `fault`."""

    barcodes: tuple[str, ...]
    isbn: str | None
    """Thirteen digits."""
    fault: Fault = Fault.FOREIGN


@dataclass(frozen=True, slots=True)
class Unusable:
    """Nothing to look up."""

    fault: Fault


Scan = CardScan | SlipScan | BookScan | Unusable


def read_scan(code: str) -> Scan:
    """What `code` is, as a scanner sent it: with its AIM identifier or without.

    Blanks before and after it are no part of it: some labels are padded to a length.
    """
    marked = read_identifier(code)
    text, symbology = marked.text.strip(" "), marked.symbology
    if not text or len(text) > LONGEST:
        return Unusable(Fault.MISREAD)
    if has_another(text):
        return BookScan((text,), None, Fault.GLUED)
    match symbology:
        case None:
            return _unmarked(text)
        case Symbology.TRADE:
            return Unusable(Fault.TRADE)
        case Symbology.UNKNOWN:
            return Unusable(Fault.FOREIGN)
        case Symbology.PLAIN:
            return _ours(text) or BookScan((text,), _isbn(text), _fault(text))
        case Symbology.CODE_39_CHECKED:
            return _checked_code_39(text)
        case Symbology.CODABAR:
            return BookScan(_without_start_and_stop(text), None)
        case Symbology.EAN | Symbology.BOOKLAND:
            return BookScan((text,), _isbn(text), _fault(text))
        case Symbology.EAN_WITH_ADD_ON:
            return _without_add_on(text)


def _unmarked(text: str) -> Scan:
    """The scanner does not say what it read: the text as it is comes first."""
    barcodes = (text, *_without_start_and_stop(text)[:1]) if _CODABAR.fullmatch(text) else (text,)
    return _ours(text) or BookScan(barcodes, _isbn(text), _fault(text))


def _ours(text: str) -> CardScan | SlipScan | None:
    return read_card(text) or read_slip_code(text)


def _without_add_on(text: str) -> BookScan:
    """The scanner says that an add-on is there; where there is none of that form, nothing is cut off."""
    number = text[:_EAN_DIGITS]
    if _has_add_on(text):
        return BookScan((number,), _isbn(number))
    return BookScan((text,), None, Fault.GLUED if _fault(text) is Fault.GLUED else Fault.MISREAD)


def _checked_code_39(text: str) -> Scan:
    body, check = text[:-1], text[-1]
    if not body or any(letter not in _CODE_39 for letter in text):
        return Unusable(Fault.MISREAD)
    if _CODE_39[sum(map(_CODE_39.index, body)) % len(_CODE_39)] != check:
        return Unusable(Fault.MISREAD)
    return _ours(body) or BookScan((body,), _isbn(body), _fault(body))


def _without_start_and_stop(text: str) -> tuple[str, ...]:
    """What is between the letters, and the text itself: some catalogues keep the letters."""
    match = _CODABAR.fullmatch(text)
    return (match[1], text) if match else (text,)


def _isbn(text: str) -> str | None:
    if not isbn_numbers.is_valid(text):
        return None
    return str(isbn_numbers.compact(text, convert=True))


def _fault(text: str) -> Fault:
    """Two codes of known forms, one after the other without anything between."""
    if _has_add_on(text):
        return Fault.GLUED
    cuts = (*_OUR_LENGTHS, *(len(text) - letters for letters in _OUR_LENGTHS))
    glued = any(_is_whole(text[:cut]) and text[cut:] for cut in cuts if 0 < cut < len(text))
    return Fault.GLUED if glued or _ends_whole(text) else Fault.FOREIGN


def _has_add_on(text: str) -> bool:
    return _is_ean(text[:_EAN_DIGITS]) and len(text) - _EAN_DIGITS in _ADD_ONS and text.isdecimal()


def _ends_whole(text: str) -> bool:
    """A book's barcode, which may be anything, with one of our own codes or an ISBN behind it."""
    return any(_is_whole(text[-letters:]) for letters in _OUR_LENGTHS if letters < len(text))


def _is_whole(text: str) -> bool:
    """Whether it is by itself a card, a slip's code, or an ISBN of thirteen digits."""
    return _ours(text) is not None or (_is_ean(text) and _isbn(text) is not None)


def _is_ean(text: str) -> bool:
    return len(text) == _EAN_DIGITS and bool(ean.is_valid(text))
