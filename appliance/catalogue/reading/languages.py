"""The language of a book: MARC and ISO 639 codes and names in Khmer, English and French -> one short code."""

from __future__ import annotations

import re

from appliance.catalogue.reading.text import clean

_CODES = {
    "km": ("km", "khm", "cam", "khmer", "cambodian", "cambodgien", "ខ្មែរ", "ភាសាខ្មែរ"),
    "en": ("en", "eng", "english", "anglais", "អង់គ្លេស", "ភាសាអង់គ្លេស"),
    "fr": ("fr", "fre", "fra", "french", "francais", "français", "បារាំង", "ភាសាបារាំង"),
}
_KNOWN = {name: code for code, names in _CODES.items() for name in names}
_MARC_CODE = re.compile(r"[a-z]{3}")


def language_of(text: str) -> str:
    """`km`, `en` or `fr`, another language's three-letter MARC code, or empty when the text names none.

    Old records run several codes together in one subfield ("engfre"): the first one counts.
    """
    if not text:
        return ""
    name = clean(text).casefold()
    if name in _KNOWN:
        return _KNOWN[name]
    match = _MARC_CODE.match(name)
    if match is None or len(name) % 3 or match[0] in {"und", "zxx", "mul"}:
        return ""
    return _KNOWN.get(match[0], match[0])
