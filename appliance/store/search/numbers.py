"""ISBNs (ISO 2108) as the index keeps them and as they are typed.

The catalogue's readers know more of ISBNs, but they bring a spreadsheet library into memory with them.
"""

from __future__ import annotations

import re

from stdnum import isbn as standard

from appliance.catalogue.folding import fold

_SHORTEST = 4
_NUMBER = re.compile(r"[0-9][0-9x \u2010-\u2013-]*")
_BETWEEN_DIGITS = re.compile(r"[^0-9x]")
_WITH_ADD_ON = {15, 18}
"""An EAN-13 with the two or five digits of its add-on glued to it, as scanners send it."""


def isbn_forms(isbn: str) -> tuple[str, ...]:
    """The number as it is kept, and with ten digits if it has such a form."""
    number = isbn.lower()
    if len(number) == 13 and number.startswith("978") and standard.is_valid(number):
        return number, str(standard.to_isbn10(number)).lower()
    return (number,) if number else ()


def typed_number(typed: str) -> str:
    """The digits of a text that can only be an ISBN, or the beginning of one; else nothing."""
    folded = fold(typed).strip()
    if not _NUMBER.fullmatch(folded):
        return ""
    digits = _BETWEEN_DIGITS.sub("", folded)
    if len(digits) in _WITH_ADD_ON and standard.is_valid(digits[:13]):
        return digits[:13]
    return digits if len(digits) >= _SHORTEST else ""
