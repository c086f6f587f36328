"""International Standard Book Numbers (ISO 2108): found in a text, checked, made 13 digits long."""

from __future__ import annotations

import re

from stdnum import ean, isbn

from appliance.catalogue.reading.text import in_arabic_digits

_NUMBER = re.compile(r"[0-9][0-9Xx \u2010-\u2013-]{7,}[0-9Xx]")
_NOISE = re.compile(r"[^0-9X]")
_ADD_ON_LENGTHS = {15, 18}
"""An EAN-13 with the two or five digits of its add-on glued to it, as scanners send it."""


def isbn_of(text: str) -> tuple[str, bool]:
    """The ISBN in a text and whether it is right: 13 digits when it is, else as it stands.

    A text without anything like a number gives an empty one, which is not wrong: ISBNs are never required.
    """
    match = _NUMBER.search(in_arabic_digits(text))
    if match is None:
        return "", True
    compact = _NOISE.sub("", match[0].upper())
    if len(compact) in _ADD_ON_LENGTHS and _is_isbn13(compact[:13]):
        compact = compact[:13]
    if _is_isbn13(compact):
        return compact, True
    if len(compact) == 10 and isbn.is_valid(compact):
        body = f"978{compact[:9]}"
        return body + ean.calc_check_digit(body), True
    return compact[:32], False


def _is_isbn13(digits: str) -> bool:
    """The check of ISO 2108; python-stdnum's own `isbn.validate` first cleans what is clean here already."""
    return (
        len(digits) == 13
        and digits.isdecimal()
        and digits.startswith(("978", "979"))
        and digits[-1] == ean.calc_check_digit(digits[:-1])
    )


def best_isbn(texts: list[str]) -> tuple[str, list[str]]:
    """The first right ISBN of a record (or else its first wrong one), and all the wrong ones."""
    found = [isbn_of(text) for text in texts]
    right = [number for number, good in found if good and number]
    wrong = [number for number, good in found if not good]
    return next(iter(right + wrong), ""), wrong
