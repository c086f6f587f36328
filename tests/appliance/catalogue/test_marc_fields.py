"""What is taken from MARC21 and UNIMARC records."""

from __future__ import annotations

import pytest
from pymarc import Field, Indicators, Leader, Record, Subfield

from appliance.catalogue.entry import Cause, CopyEntry, RecordFormat
from appliance.catalogue.reading.encodings import iso_5426
from appliance.model import CopyKind, Shelf

JUVENILE_FICTION = "860417s1999    cb a   j      000 1 eng d"


def test_every_field_of_a_marc21_record(record, read_bytes) -> None:
    content = record(
        ("020", [("a", "0-306-40615-2 (pbk.)")]),
        ("082", [("a", "495.932/3")]),
        ("100", [("a", "Sok, Chan,"), ("d", "1950-")]),
        ("245", [("a", "Khmer for all :"), ("b", "a primer."), ("n", "Part 2 /"), ("c", "Sok Chan.")]),
        ("260", [("a", "Phnom Penh :"), ("b", "Sipar,"), ("c", "2545 [2001]")]),
        ("490", [("a", "First steps ;"), ("v", "3")]),
        ("650", [("a", "Khmer language"), ("v", "Grammar.")]),
        ("700", [("a", "Keo, S.")]),
        ("852", [("b", "MAIN"), ("p", "0101")]),
        f001="42",
        f003="KH-PP",
    )
    (entry,), problems = read_bytes(content)
    assert problems == []
    assert entry.record == content and entry.record_format is RecordFormat.MARC21
    assert entry.key == "KH-PP:42"
    assert entry.title == "Khmer for all : a primer. Part 2"
    assert entry.authors == ("Sok, Chan", "Keo, S.")
    assert (entry.series, entry.subjects) == ("First steps ; 3", ("Khmer language — Grammar",))
    assert (entry.isbn, entry.year, entry.publisher) == ("9780306406157", 2001, "Sipar")
    assert entry.shelf is Shelf.LANGUAGE
    assert entry.copies == (CopyEntry("0101"),)


def test_a_title_in_khmer_script_goes_before_its_romanisation(record, read_bytes) -> None:
    content = record(
        ("245", [("6", "880-01"), ("a", "Rẏaṅ Dum Dāv /")]),
        ("100", [("6", "880-02"), ("a", "Som,")]),
        ("880", [("6", "245-01/$1"), ("a", "រឿងទុំទាវ /")]),
        ("880", [("6", "100-02/$1"), ("a", "សោម,")]),
    )
    (entry,), _ = read_bytes(content)
    assert (entry.title, entry.authors) == ("រឿងទុំទាវ", ("សោម",))


def test_a_linked_title_in_latin_letters_does_not_displace_the_plain_one(record, read_bytes) -> None:
    content = record(
        ("245", [("a", "Le petit prince")]), ("880", [("6", "245-01"), ("a", "The little prince")])
    )
    (entry,), _ = read_bytes(content)
    assert entry.title == "Le petit prince"


def test_koha_copies_tell_what_may_not_be_lent(record, read_bytes) -> None:
    content = record(
        ("245", [("a", "Atlas")]),
        ("952", [("p", "A1"), ("7", "0"), ("y", "BK")]),
        ("952", [("p", "A2"), ("7", "1")]),
        ("952", [("p", "A3"), ("y", "REF")]),
    )
    (entry,), _ = read_bytes(content)
    reference = CopyKind.REFERENCE
    assert entry.copies == (CopyEntry("A1"), CopyEntry("A2", reference), CopyEntry("A3", reference))


def test_a_barcode_named_twice_is_one_copy(record, read_bytes) -> None:
    copy = [("p", "0101")]
    (entry,), _ = read_bytes(record(("245", [("a", "Atlas")]), ("852", copy), ("952", copy)))
    assert entry.copies == (CopyEntry("0101"),)


def test_a_record_without_copies_asks_for_one(record, read_bytes) -> None:
    (entry,), _ = read_bytes(record(("245", [("a", "Alone")])))
    assert entry.copies == (CopyEntry(""),)


def test_a_picture_book_for_children_stands_with_the_stories(record, read_bytes) -> None:
    content = record(
        ("082", [("a", "895.9")]),
        ("245", [("a", "The hare")]),
        ("655", [("a", "Picture books.")]),
        ("852", [("p", "7")]),
        f008=JUVENILE_FICTION,
    )
    (entry,), _ = read_bytes(content)
    assert entry.shelf is Shelf.STORIES
    assert entry.copies == (CopyEntry("7", CopyKind.PICTURE_BOOK),)


def test_a_wrong_isbn_is_kept_and_told(record, read_bytes) -> None:
    (entry,), (problem,) = read_bytes(record(("020", [("a", "9780306406150")]), ("245", [("a", "A")])))
    assert entry.isbn == "9780306406150"
    assert (problem.cause, problem.record, problem.offset) == (Cause.BAD_ISBN, 1, 0)


def test_a_record_without_a_title_is_left_out_and_told(record, read_bytes) -> None:
    entries, problems = read_bytes(record(("245", [("a", "One")])) + record(("100", [("a", "Nobody")])))
    assert [entry.title for entry in entries] == ["One"]
    assert [(problem.cause, problem.record) for problem in problems] == [(Cause.NO_TITLE, 2)]


def test_a_huge_field_is_cut_and_told(record, read_bytes) -> None:
    (entry,), (problem,) = read_bytes(record(("245", [("a", "long " * 1500)])))
    assert len(entry.title) <= 500
    assert problem.cause is Cause.TOO_LONG


def test_controls_and_turning_marks_never_reach_a_title(record, read_bytes) -> None:
    (entry,), _ = read_bytes(record(("245", [("a", "\x98The\x9c \x07bell\u202e\n  rings e\u0301")])))
    assert entry.title == "The bell rings é"


def test_marc8_that_says_so_is_read(record, read_bytes) -> None:
    content = record(("245", [("a", "Quebec in po/esies")])).replace(b"po/e", b"po\xe2e")
    (entry,), problems = read_bytes(content[:9] + b" " + content[10:])
    assert (entry.title, problems) == ("Quebec in poésies", [])


def test_marc8_that_says_it_is_utf8_is_read_and_told(record, read_bytes) -> None:
    content = record(("245", [("a", "Quebec in po/esies")])).replace(b"po/e", b"po\xe2e")
    (entry,), (problem,) = read_bytes(content)
    assert (entry.title, problem.cause) == ("Quebec in poésies", Cause.BAD_BYTES)


def test_utf8_that_says_it_is_marc8_is_read(record, read_bytes) -> None:
    content = record(("245", [("a", "រឿងព្រេង")]))
    (entry,), problems = read_bytes(content[:9] + b" " + content[10:])
    assert (entry.title, problems) == ("រឿងព្រេង", [])


def test_a_bad_byte_costs_a_letter_and_not_the_record(record, read_bytes) -> None:
    content = record(("100", [("a", "ស៊ុន")]), ("245", [("a", "រឿងព្រេង!")])).replace(b"!", b"\xff")
    (entry,), (problem,) = read_bytes(content)
    assert (entry.title, entry.authors) == ("រឿងព្រេង\ufffd", ("ស៊ុន",))
    assert (problem.cause, problem.detail) == (Cause.BAD_BYTES, "245")


def test_a_directory_that_lies_is_read_by_the_order_of_the_fields(record, read_bytes) -> None:
    content = record(("100", [("a", "Sok")]), ("245", [("a", "Still here")]))
    (entry,), (problem,) = read_bytes(content.replace(b"1000008", b"1000004"))
    assert (entry.title, entry.authors) == ("Still here", ("Sok",))
    assert problem.cause is Cause.BAD_FRAMING


def _unimarc(*fields: tuple[str, str, list[tuple[str, str]]]) -> bytes:
    made = Record(leader=Leader("00000nam  2200000   450 "))
    made.add_field(Field("001", data="FRBNF1"))
    for tag, indicators, parts in fields:
        made.add_field(Field(tag, Indicators(*indicators), [Subfield(*part) for part in parts]))
    made.leader[9] = "a"
    written: bytes = made.as_marc()
    return written


def test_every_field_of_a_unimarc_record(read_bytes) -> None:
    content = _unimarc(
        ("010", "  ", [("a", "88-04-40682-8")]),
        ("100", "  ", [("a", "19961119d1996    m  y0frey50      ba")]),
        ("101", "0 ", [("a", "fre")]),
        ("200", "1 ", [("a", "Le Petit Prince"), ("e", "conte"), ("f", "A. de Saint-Exupéry")]),
        ("210", "  ", [("a", "Paris"), ("c", "Gallimard"), ("d", "1999")]),
        ("225", "0 ", [("a", "Folio"), ("v", "12")]),
        ("606", "  ", [("a", "Aviateurs"), ("x", "Fiction")]),
        ("676", "  ", [("a", "843.912")]),
        ("700", " 1", [("a", "Saint-Exupéry"), ("b", "Antoine de")]),
        ("801", " 0", [("a", "FR"), ("b", "BNF")]),
        ("995", "  ", [("f", "B-7"), ("o", "d")]),
        ("995", "  ", [("f", "B-8"), ("o", "e")]),
    )
    (entry,), problems = read_bytes(content)
    assert problems == []
    assert entry.record_format is RecordFormat.UNIMARC
    assert (entry.key, entry.title) == ("BNF:FRBNF1", "Le Petit Prince : conte")
    assert entry.authors == ("Saint-Exupéry, Antoine de",)
    assert (entry.series, entry.subjects) == ("Folio ; 12", ("Aviateurs — Fiction",))
    assert (entry.isbn, entry.language, entry.year) == ("9788804406822", "fr", 1996)
    assert (entry.publisher, entry.shelf) == ("Gallimard", Shelf.LITERATURE)
    assert entry.copies == (CopyEntry("B-7"), CopyEntry("B-8", CopyKind.REFERENCE))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"l'\xc2el\xc1eve", "l'élève"),
        ("l'élève".encode("cp1252"), "l'élève"),
        (b"plain", "plain"),
    ],
)
def test_french_from_before_unicode_is_iso_5426_or_windows(content: bytes, text: str) -> None:
    import unicodedata

    assert unicodedata.normalize("NFC", iso_5426(content)) == unicodedata.normalize("NFC", text)
