"""A file of ISO 2709 records -> entries and problems: MARC21 or UNIMARC, one for the whole file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from appliance.catalogue.entry import Cause, RecordFormat
from appliance.catalogue.reading import marc21, unimarc
from appliance.catalogue.reading.draft import Draft
from appliance.catalogue.reading.encodings import Decode, iso_5426, marc8
from appliance.catalogue.reading.entry_from_draft import finish
from appliance.catalogue.reading.fields import Fields, fields_of
from appliance.catalogue.reading.iso2709 import Frame, frames
from appliance.catalogue.reading.problems import Progress, Told, problem, problems

_LOOKED_AT = 50
_TITLE_TAGS = frozenset({b"200", b"245"})
_PROGRESS_RECORDS = 256


@dataclass(frozen=True, slots=True)
class MarcKind:
    """One of the two MARC families: where things stand in it and how it wrote letters before Unicode."""

    record_format: RecordFormat
    tags: frozenset[bytes]
    older: Decode
    draft_of: Callable[[Fields], Draft]


MARC21 = MarcKind(RecordFormat.MARC21, marc21.TAGS, marc8, marc21.draft_of)
UNIMARC = MarcKind(RecordFormat.UNIMARC, unimarc.TAGS, iso_5426, unimarc.draft_of)


def read_marc(path: Path, on_progress: Progress | None = None) -> Told:
    """Read one record after the other, whatever state they are in."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        kind = _kind_of(stream)
        number = 0
        for frame in frames(stream):
            number += frame.is_record
            yield from _told(kind, frame, number)
            if on_progress and number % _PROGRESS_RECORDS == 0:
                on_progress(frame.offset, size)
    if on_progress:
        on_progress(size, size)


def _kind_of(stream: BinaryIO) -> MarcKind:
    """By the title field of the first records: 245 $a in MARC21, 200 $a in UNIMARC."""
    looked_at = [frame for frame in islice(frames(stream), _LOOKED_AT) if frame.is_record]
    stream.seek(0)
    votes = 0
    for frame in [frame for frame in looked_at if not frame.trouble] or looked_at:
        fields = fields_of(frame.record, _TITLE_TAGS, marc8)
        votes += ("245" in fields.by_tag) - ("200" in fields.by_tag)
    return UNIMARC if votes < 0 else MARC21


def _told(kind: MarcKind, frame: Frame, number: int) -> Told:
    if frame.trouble:
        yield problem(Cause.BAD_FRAMING, number, frame.offset, frame.trouble)
    if not frame.is_record:
        return
    fields = fields_of(frame.record, kind.tags, kind.older)
    if not fields.by_tag:
        # Nothing in it can be read: neither its directory nor any field by its order.
        yield problem(Cause.BAD_RECORD, number, frame.offset, f"{len(frame.record)} bytes")
        return
    draft = kind.draft_of(fields)
    entry = finish(draft, frame.record, kind.record_format)
    yield from problems(draft.troubles, number, frame.offset)
    if entry is not None:
        yield entry
