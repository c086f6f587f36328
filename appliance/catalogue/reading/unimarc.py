"""UNIMARC bibliographic fields -> draft. https://www.ifla.org/g/unimarc-rg/unimarc-bibliographic/"""

from __future__ import annotations

import re

from appliance.catalogue.reading.copies import copies_995
from appliance.catalogue.reading.draft import Draft
from appliance.catalogue.reading.fields import DELIMITER, Fields, first, subfields
from appliance.catalogue.reading.shelves import shelf_of_dewey, shelf_of_topic
from appliance.catalogue.reading.text import is_khmer, year_in
from appliance.model import CopyKind, Shelf

TAGS = frozenset(
    b"001 010 100 101 105 200 210 214 225 410 600 601 602 604 605 606 607 610 676 700 701 702 710 711 712"
    b" 801 995".split()
)
_NAMES = ("700", "701", "702", "710", "711", "712")
_SUBJECTS = ("600", "601", "602", "604", "605", "606", "607", "610")
_YOUNG = "abcde"
"""100 $a 17-19: juvenile in general to adolescent."""
_FICTION = "abcdfg"
"""105 $a 11: a literary form that tells a story or is played."""
_TEXTBOOK = re.compile(r"manuels? (?:scolaire|d.enseignement)|textbook", re.IGNORECASE)
_PICTURES = re.compile(r"albums? (?:pour|illustr)|livres? d.images|picture book", re.IGNORECASE)


def draft_of(fields: Fields) -> Draft:
    """What a kiosk needs of a UNIMARC record; texts are not yet cleaned."""
    shelf = _shelf(fields)
    return Draft(
        title=_title(fields),
        authors=[_name(raw) for raw in fields.all(*_NAMES)],
        series=_series(fields),
        subjects=[" — ".join(subfields(raw, "abcdfjtxyz")) for raw in fields.all(*_SUBJECTS)],
        isbns=fields.texts("010", "a"),
        language=next(iter(fields.texts("101", "a")), ""),
        shelf=shelf,
        year=_year(fields),
        publisher=next(iter(fields.texts("210", "c") + fields.texts("214", "c")), ""),
        copies=copies_995(fields.all("995"), _kind(fields, shelf)),
        control=_control(fields),
        troubles=fields.troubles,
    )


def _title(fields: Fields) -> str:
    """200 $a title, $e the rest of it, $h and $i part. A second 200 in another script is linked by $6, $7."""
    found = [" : ".join(subfields(raw, "ae")) + _part(raw) for raw in fields.all("200")]
    return next((text for text in found if is_khmer(text)), next(filter(None, found), ""))


def _part(raw: str) -> str:
    return "".join(f". {part}" for part in subfields(raw, "hi"))


def _name(raw: str) -> str:
    """Family name and given name of a person; name and part of a body."""
    family, rest = first(raw, "a").strip(), first(raw, "b").lstrip(" ,")
    separator = ", " if _is_person(raw) else ". "
    return f"{family}{separator}{rest}" if rest else family


def _is_person(raw: str) -> bool:
    """The first indicator is blank for a person (70X), 0 or 1 for a body (71X)."""
    return raw[:1] not in ("0", "1")


def _series(fields: Fields) -> str:
    for raw in fields.all("225"):
        return " ; ".join(subfields(raw, "aiv"))
    for raw in fields.all("410"):
        return " ; ".join([_embedded_title(raw), *subfields(raw, "v")][:2])
    return ""


def _embedded_title(raw: str) -> str:
    """The $a of an embedded 200 field, or $t: the two ways a 4XX field names its series."""
    embedded = raw.partition(f"{DELIMITER}1200")[2]
    return first(embedded or raw, "a") or first(raw, "t")


def _year(fields: Fields) -> int | None:
    coded = first(next(fields.all("100"), ""), "a")[9:13]
    if coded.isdecimal() and 1400 <= int(coded) <= 2099:
        return int(coded)
    dates = fields.texts("210", "d") + fields.texts("214", "d")
    return next((year for year in map(year_in, dates) if year), None)


def _control(fields: Fields) -> str:
    number = fields.control("001").strip()
    agency = next(iter(fields.texts("801", "b")), "").strip()
    return f"{agency}:{number}" if number else ""


def _shelf(fields: Fields) -> Shelf:
    if any(_TEXTBOOK.search(raw) for raw in fields.all("606", "610")):
        return Shelf.TEXTBOOKS
    audience = first(next(fields.all("100"), ""), "a")[17:18]
    fiction = first(next(fields.all("105"), ""), "a")[11:12] in tuple(_FICTION)
    if fiction and audience in tuple(_YOUNG):
        return Shelf.STORIES
    by_dewey = next(filter(None, map(shelf_of_dewey, fields.texts("676", "a"))), None)
    if by_dewey or fiction:
        return by_dewey or Shelf.LITERATURE
    topics = (first(raw, "a") for raw in fields.all("606", "607", "610"))
    return next(filter(None, map(shelf_of_topic, topics)), Shelf.GENERAL)


def _kind(fields: Fields, shelf: Shelf) -> CopyKind:
    if shelf is Shelf.TEXTBOOKS:
        return CopyKind.TEXTBOOK
    if shelf is Shelf.STORIES and any(_PICTURES.search(raw) for raw in fields.all("606", "610")):
        return CopyKind.PICTURE_BOOK
    return CopyKind.BOOK
