"""MARCXML records -> entries and problems. https://www.loc.gov/standards/marcxml/

Records are cut out of the file by their tags and parsed one at a time: memory stays flat, one broken record
costs no other, and each is kept byte for byte. Entities are refused before any parser sees them, and by
defusedxml again.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from appliance.catalogue.entry import Cause, RecordFormat
from appliance.catalogue.reading import marc21, unimarc
from appliance.catalogue.reading.entry_from_draft import finish
from appliance.catalogue.reading.fields import DELIMITER, Fields
from appliance.catalogue.reading.iso2709 import Frame
from appliance.catalogue.reading.problems import Progress, Told, problem, problems, refusal
from appliance.catalogue.reading.xml_frames import record_elements

_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]*):record")


def read_marcxml(path: Path, on_progress: Progress | None = None) -> Told:
    """Read one record after the other; MARC21 or UNIMARC is told from each record's title field.

    Raises:
        Refusal: DANGEROUS_FILE, at a document type or an entity.
    """
    size = path.stat().st_size
    number = 0
    with path.open("rb") as stream:
        for frame in record_elements(stream):
            number += frame.is_record
            yield from _told(frame, number)
            if on_progress and number % 64 == 0:
                on_progress(min(frame.offset, size), size)
    if on_progress:
        on_progress(size, size)


def _told(frame: Frame, number: int) -> Told:
    if frame.trouble:
        yield problem(Cause.BAD_FRAMING, number, frame.offset, frame.trouble)
    if not frame.is_record:
        return
    try:
        fields = _fields(frame.record)
    except (ParseError, ValueError) as error:
        if isinstance(error, DefusedXmlException):
            raise refusal(Cause.DANGEROUS_FILE, type(error).__name__, record=number) from error
        yield problem(Cause.BAD_RECORD, number, frame.offset, str(error))
        return
    draft = (unimarc if _is_unimarc(fields) else marc21).draft_of(fields)
    entry = finish(draft, frame.record, RecordFormat.MARCXML)
    yield from problems(draft.troubles, number, frame.offset)
    if entry is not None:
        yield entry


def _is_unimarc(fields: Fields) -> bool:
    return "200" in fields.by_tag and "245" not in fields.by_tag


def _fields(record: bytes) -> Fields:
    """The fields of one record element, in the shape that ISO 2709 gives them.

    Raises:
        ParseError: the XML is not well-formed.
        DefusedXmlException: it holds a document type or an entity.
    """
    prefix = _PREFIX.match(record)
    text = record.decode("utf-8", "replace")
    if prefix:
        name = prefix[1].decode()
        text = f'<w xmlns:{name}="m" xmlns:xsi="x">{text}</w>'
    else:
        text = f'<w xmlns:xsi="x">{text}</w>'
    root = fromstring(text, forbid_dtd=True)[0]
    fields = Fields("")
    for element in root:
        name = element.tag.rpartition("}")[2]
        tag = element.get("tag", "")
        if name == "leader":
            fields.leader = element.text or ""
        elif name == "controlfield":
            fields.by_tag.setdefault(tag, []).append(element.text or "")
        elif name == "datafield":
            fields.by_tag.setdefault(tag, []).append(_raw(element))
    if "\ufffd" in text:
        fields.troubles.append((Cause.BAD_BYTES, ""))
    return fields


def _raw(element: Element) -> str:
    indicators = (element.get("ind1") or " ")[:1] + (element.get("ind2") or " ")[:1]
    return indicators + "".join(
        f"{DELIMITER}{part.get('code', '')[:1]}{(part.text or '').replace(DELIMITER, '')}" for part in element
    )
