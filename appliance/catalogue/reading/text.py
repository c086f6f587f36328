"""Cleaning of texts that come from outside: whitespace, control characters, NFC, ISBD endings, lengths."""

from __future__ import annotations

import re
import unicodedata

# Controls have no place in a text; the others are invisible and can turn a line around or hide a letter.
# U+200B to U+200D stay: Khmer texts carry their word ends in them.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_NON_LATIN = re.compile("[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufaff]")
_KHMER = re.compile("[\u1780-\u17ff]")
_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_ISBD_ENDS = " /:;,="
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")


def clean(text: str) -> str:
    """The text in NFC on one line, stripped, without control characters."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text)).strip()


def without_isbd_end(text: str) -> str:
    """The text without the punctuation that catalogue rules (ISBD) put before the next element.

    A final full stop goes too, unless it ends an initial ("Svay, V."), a short form or an ellipsis.
    """
    text = text.rstrip(_ISBD_ENDS) or text
    if text.endswith(".") and not text.endswith(".."):
        last = text[:-1].rpartition(" ")[2]
        if len(last) > 3 and "." not in last:
            return text[:-1].rstrip(_ISBD_ENDS)
    return text


def is_non_latin(text: str) -> bool:
    return not text.isascii() and _NON_LATIN.search(text) is not None


def is_khmer(text: str) -> bool:
    return not text.isascii() and _KHMER.search(text) is not None


def in_arabic_digits(text: str) -> str:
    """Khmer digits written as 0 to 9."""
    return text if text.isascii() else text.translate(_DIGITS)


def year_in(text: str) -> int | None:
    """The first year from 1400 to 2099 of the common era; one in brackets goes before others.

    Catalogues put the common era in brackets after a Buddhist year: "2500 [1957]".
    """
    text = in_arabic_digits(text)
    bracketed = text.partition("[")[2]
    match = _YEAR.search(bracketed) or _YEAR.search(text)
    return int(match[1]) if match else None


def without_repeats(texts: list[str]) -> list[str]:
    """The texts that are not empty, each once, in their order."""
    return list(dict.fromkeys(filter(None, texts)))
