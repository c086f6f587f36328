"""The fields of one MARC record, whichever way it came: ISO 2709 bytes or MARCXML.

pymarc reads a record wholly or not at all, and every field of it; here one bad byte or directory entry costs
only its own field, and only the fields that are wanted are decoded. A field is kept as its text: control
fields as they are, others as two indicators and subfields that each begin with 1F and their code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from appliance.catalogue.entry import Cause
from appliance.catalogue.reading.draft import Trouble
from appliance.catalogue.reading.encodings import BAD, Decode, encoding_of
from appliance.catalogue.reading.iso2709 import ENTRY_BYTES, FIELD_END, LEADER_BYTES

DELIMITER = "\x1f"
_ENTRY = re.compile(rb"([0-9A-Za-z]{3})(\d{4})(\d{5})")


@dataclass(slots=True)
class Fields:
    """The wanted fields by tag, in their order."""

    leader: str
    by_tag: dict[str, list[str]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[str]:
        for tag in tags:
            yield from self.by_tag.get(tag, ())

    def control(self, tag: str) -> str:
        """A control field's text, or empty."""
        return self.by_tag.get(tag, ("",))[0]

    def texts(self, tag: str, code: str) -> list[str]:
        """Every subfield `code` of every field `tag`."""
        return [text for raw in self.by_tag.get(tag, ()) for text in subfields(raw, code)]


def subfields(raw: str, codes: str) -> list[str]:
    """The texts of a field's subfields with one of these codes, in their order."""
    return [part[1:] for part in raw.split(DELIMITER)[1:] if part[:1] in codes and len(part) > 1]


def first(raw: str, code: str) -> str:
    """The first subfield `code` of a field, or empty."""
    at = raw.find(DELIMITER + code)
    return raw[at + 2 :].partition(DELIMITER)[0] if at >= 0 else ""


def fields_of(record: bytes, wanted: frozenset[bytes], older: Decode) -> Fields:
    """Decode the wanted fields of a record's bytes; troubles tell what could not be."""
    fields = Fields(record[:LEADER_BYTES].decode("ascii", "replace"))
    encoding = encoding_of(record, says_utf8=record[9:10] == b"a", older=older)
    bad_tags = []
    for tag, body in _wanted_bodies(record, wanted, fields.troubles):
        text = encoding.decode(body)
        if BAD in text:
            bad_tags.append(tag.decode())
        fields.by_tag.setdefault(tag.decode(), []).append(text)
    if bad_tags or encoding.note:
        fields.troubles.append((Cause.BAD_BYTES, " ".join(bad_tags) or encoding.note))
    return fields


def _wanted_bodies(
    record: bytes, wanted: frozenset[bytes], troubles: list[Trouble]
) -> list[tuple[bytes, bytes]]:
    """Tag and bytes of each wanted field, by the directory; by the order of the fields when that lies."""
    base = record.find(FIELD_END) + 1
    found: list[tuple[bytes, bytes]] = []
    try:
        for at in range(LEADER_BYTES, base - 1, ENTRY_BYTES):
            tag = record[at : at + 3]
            if tag not in wanted:
                continue
            start = base + int(record[at + 7 : at + 12])
            end = start + int(record[at + 3 : at + 7]) - 1
            if record[end : end + 1] != FIELD_END or record[start - 1 : start] != FIELD_END:
                return _bodies_in_order(record, base, wanted, troubles)
            found.append((tag, record[start:end]))
    except ValueError:
        return _bodies_in_order(record, base, wanted, troubles)
    return found


def _bodies_in_order(
    record: bytes, base: int, wanted: frozenset[bytes], troubles: list[Trouble]
) -> list[tuple[bytes, bytes]]:
    """Pair tags and fields one after the other; what is cut off at the end is left out."""
    directory = record[LEADER_BYTES : max(base - 1, 0)]
    tags = [match[1] for match in _ENTRY.finditer(directory)]
    bodies = record[base:].split(FIELD_END)[:-1] if base else []
    if len(directory) % ENTRY_BYTES and len(tags) != len(bodies):
        return []  # out of step: a field could get another one's tag
    troubles.append((Cause.BAD_FRAMING, "directory"))
    return [(tag, body) for tag, body in zip(tags, bodies, strict=False) if tag in wanted]
