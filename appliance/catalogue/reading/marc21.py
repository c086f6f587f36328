"""MARC21 bibliographic fields -> draft. https://www.loc.gov/marc/bibliographic/"""

from __future__ import annotations

import re

from appliance.catalogue.reading.copies import held_copies
from appliance.catalogue.reading.draft import Draft
from appliance.catalogue.reading.fields import Fields, first, subfields
from appliance.catalogue.reading.shelves import shelf_of_congress, shelf_of_dewey, shelf_of_topic
from appliance.catalogue.reading.text import is_khmer, is_non_latin, without_isbd_end, year_in
from appliance.model import CopyKind, Shelf

TAGS = frozenset(
    b"001 003 008 020 041 050 082 090 092 100 110 111 245 260 264 440 490 600 610 611 630 650 651 655 700 710"
    b" 711 800 830 852 880 952".split()
)
_NAMES = ("100", "110", "111", "700", "710", "711")
_SUBJECTS = ("600", "610", "611", "630", "650", "651", "655")
_SUBJECT_CODES = "abcdtxyzv"
_YOUNG = "abcdj"
"""008/22 of books: preschool to adolescent, and juvenile in general."""
_FICTION = "1fjd"
_TEXTBOOK = re.compile(r"textbook|manuels? scolaire", re.IGNORECASE)
_PICTURES = re.compile(r"picture book|livres? d.images", re.IGNORECASE)


def draft_of(fields: Fields) -> Draft:
    """What a kiosk needs of a MARC21 record; texts are not yet cleaned."""
    vernacular = _linked(fields)
    shelf = _shelf(fields)
    return Draft(
        title=_title(fields, vernacular),
        authors=[_name(raw) for raw in _in_own_script(fields, vernacular, *_NAMES) if not first(raw, "t")],
        series=_series(fields, vernacular),
        subjects=_subjects(fields),
        isbns=fields.texts("020", "a"),
        language=(fields.texts("041", "a") or [fields.control("008")[35:38]])[0],
        shelf=shelf,
        year=_year(fields),
        publisher=_publisher(fields, vernacular),
        copies=held_copies(fields.all("952", "852"), _kind(fields, shelf)),
        control=_control(fields),
        troubles=fields.troubles,
    )


def _linked(fields: Fields) -> dict[str, list[str]]:
    """The 880 fields by the tag of the field they repeat in another script ($6 "245-01/...")."""
    linked: dict[str, list[str]] = {}
    for raw in fields.all("880"):
        linked.setdefault(first(raw, "6")[:3], []).append(raw)
    return linked


def _in_own_script(fields: Fields, vernacular: dict[str, list[str]], *tags: str) -> list[str]:
    """The fields of these tags; where some are in the book's own script, only those.

    A record in two scripts names everything twice: in linked 880 fields, or by repeating the field.
    """
    found = [raw for tag in tags for raw in (*fields.all(tag), *vernacular.get(tag, ()))]
    if len(found) < 2:
        return found
    return [raw for raw in found if is_non_latin(raw)] or found


def _title(fields: Fields, vernacular: dict[str, list[str]]) -> str:
    found = [_title_text(raw) for raw in _in_own_script(fields, vernacular, "245")]
    return next((text for text in found if is_khmer(text)), next(filter(None, found), ""))


def _title_text(raw: str) -> str:
    return without_isbd_end(" ".join(subfields(raw, "abnp")))


def _name(raw: str) -> str:
    return without_isbd_end(" ".join(subfields(raw, "abc")))


def _series(fields: Fields, vernacular: dict[str, list[str]]) -> str:
    found = _in_own_script(fields, vernacular, "490", "830", "440")
    return without_isbd_end(" ".join(subfields(found[0], "anpv"))) if found else ""


def _subjects(fields: Fields) -> list[str]:
    return [
        " — ".join(without_isbd_end(part.strip()) for part in subfields(raw, _SUBJECT_CODES))
        for raw in fields.all(*_SUBJECTS)
    ]


def _publisher(fields: Fields, vernacular: dict[str, list[str]]) -> str:
    found = _in_own_script(fields, vernacular, "260", "264")
    return next((without_isbd_end(first(raw, "b").strip()) for raw in found if first(raw, "b")), "")


def _year(fields: Fields) -> int | None:
    coded = fields.control("008")[7:11]
    if coded.isdecimal() and 1400 <= int(coded) <= 2099:
        return int(coded)
    dates = fields.texts("260", "c") + fields.texts("264", "c")
    return next((year for year in map(year_in, dates) if year), None)


def _control(fields: Fields) -> str:
    number = fields.control("001").strip()
    return f"{fields.control('003').strip()}:{number}" if number else ""


def _is_story(fields: Fields) -> bool:
    coded = fields.control("008")
    return coded[22:23] in _YOUNG and coded[33:34] in _FICTION if len(coded) > 33 else False


def _shelf(fields: Fields) -> Shelf:
    if any(_TEXTBOOK.search(raw) for raw in fields.all("650", "655")):
        return Shelf.TEXTBOOKS
    if _is_story(fields):
        return Shelf.STORIES
    numbers = fields.texts("082", "a") + fields.texts("092", "a")
    by_dewey = next(filter(None, map(shelf_of_dewey, numbers)), None)
    calls = fields.texts("050", "a") + fields.texts("090", "a")
    by_congress = next(filter(None, map(shelf_of_congress, calls)), None)
    if by_dewey or by_congress:
        return by_dewey or by_congress or Shelf.GENERAL
    if fields.control("008")[33:34] in tuple("1fjdp"):
        return Shelf.LITERATURE
    topics = (first(raw, "a") for raw in fields.all("650", "651", "655"))
    return next(filter(None, map(shelf_of_topic, topics)), Shelf.GENERAL)


def _kind(fields: Fields, shelf: Shelf) -> CopyKind:
    if shelf is Shelf.TEXTBOOKS:
        return CopyKind.TEXTBOOK
    if shelf is Shelf.STORIES and any(_PICTURES.search(raw) for raw in fields.all("650", "655")):
        return CopyKind.PICTURE_BOOK
    return CopyKind.BOOK
