"""Bytes of a MARC record to text: UTF-8, MARC-8 (MARC21) or ISO 5426 (UNIMARC), whatever the leader says.

Records lie about their encoding. UTF-8 is hard to hit by chance, so what is strict UTF-8 is read as that.
Otherwise the older set of the format decides, or UTF-8 with a few bad bytes when most of it is good.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from pymarc.marc8 import marc8_to_unicode
from pymarc.marc8_mapping import CODESETS, ODD_MAP

BAD = "\ufffd"
_ESCAPE = 0x1B
_ANSEL = 0x45
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_ANSEL = re.compile(
    b"(["
    + b"".join(
        re.escape(bytes([byte])) for byte in range(0xA0, 0x100) if byte not in CODESETS[_ANSEL] | ODD_MAP
    )
    + b"])"
)
# ISO 5426: a mark stands before its letter, as in MARC-8 but at other places.
_ISO_5426_MARKS = dict(
    zip(
        range(0xC0, 0xE0),
        "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030a\u0315\u0312\u030b\u031b\u030c"
        "\u0327\u031c\u0326\u0328\u0325\u032e\u0323\u0324\u0332\u0333\u0329\u032d\ufffd\u0361\ufffd\ufffd",
        strict=True,
    )
)
_ISO_5426_LETTERS = {
    0xA1: "¡", 0xA2: "„", 0xA3: "£", 0xA4: "$", 0xA5: "¥", 0xA6: "†", 0xA7: "§", 0xA8: "′", 0xA9: "‘",
    0xAA: "“", 0xAB: "«", 0xAC: "♭", 0xAD: "©", 0xAE: "℗", 0xAF: "®", 0xB0: "ʻ", 0xB1: "ʼ", 0xB2: "‚",
    0xB6: "‡", 0xB7: "·", 0xB8: "″", 0xB9: "’", 0xBA: "”", 0xBB: "»", 0xBC: "♯", 0xBD: "ʹ", 0xBE: "ʺ",
    0xBF: "¿", 0xE1: "Æ", 0xE2: "Đ", 0xE6: "Ĳ", 0xE8: "Ł", 0xE9: "Ø", 0xEA: "Œ", 0xEC: "Þ", 0xF1: "æ",
    0xF2: "đ", 0xF3: "ð", 0xF5: "ı", 0xF6: "ĳ", 0xF8: "ł", 0xF9: "ø", 0xFA: "œ", 0xFB: "ß", 0xFC: "þ",
}  # fmt: skip

Decode = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one record's bytes become text. `note` tells when it is not the encoding the record names."""

    decode: Decode
    note: str = ""


def encoding_of(record: bytes, *, says_utf8: bool, older: Decode) -> Encoding:
    """The encoding of a record's bytes; `older` is the format's set from before Unicode."""
    try:
        record.decode()
    except UnicodeDecodeError:
        return _not_utf8(record, says_utf8=says_utf8, older=older)
    return Encoding(bytes.decode)


def _not_utf8(record: bytes, *, says_utf8: bool, older: Decode) -> Encoding:
    good = len(_SEQUENCE.findall(record))
    bad = len(_HIGH.findall(_SEQUENCE.sub(b"", record)))
    if good > bad or (says_utf8 and BAD in older(record)):
        return Encoding(_utf8_as_far_as_it_goes)
    return Encoding(older, "not the encoding it names" if says_utf8 else "")


def _utf8_as_far_as_it_goes(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def marc8(text: bytes) -> str:
    """MARC-8 to text, each subfield by itself; bytes that it has no letter for become U+FFFD."""
    if text.isascii() and _ESCAPE not in text:
        return text.decode("ascii")
    # pymarc drops every control character, and with them the subfield delimiters.
    return "\x1f".join(_marc8_part(part) for part in text.split(b"\x1f"))


def _marc8_part(text: bytes) -> str:
    if _ESCAPE not in text:
        parts = _NOT_ANSEL.split(text)
        return BAD.join(marc8_to_unicode(part, hide_utf8_warnings=True) for part in parts[::2])
    # pymarc tells of letters it cannot map on stderr only, and makes blanks of them.
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            letters: str = marc8_to_unicode(text)
    except (UnicodeDecodeError, ValueError, KeyError):
        return text.decode("ascii", "replace")
    return letters + BAD if said.getvalue() else letters


def iso_5426(text: bytes) -> str:
    """ISO 5426 to text; or Windows-1252, when the marks do not stand before letters."""
    if text.isascii():
        return text.decode("ascii")
    if re.search(rb"[\xc0-\xdf](?![A-Za-z\xc0-\xdf])|[\xe0-\xff](?=[a-z])", text):
        return text.decode("cp1252", "replace")
    letters: list[str] = []
    marks = ""
    for byte in text:
        if byte in _ISO_5426_MARKS:
            marks += _ISO_5426_MARKS[byte]
            continue
        letters.append((chr(byte) if byte < 0x80 else _ISO_5426_LETTERS.get(byte, BAD)) + marks)
        marks = ""
    return "".join(letters) + marks
