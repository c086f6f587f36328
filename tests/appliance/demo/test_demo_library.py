"""The demo library is whole, and says of itself that it is one."""

from __future__ import annotations

import unicodedata
from collections import Counter

from stdnum import isbn as standard

from appliance.catalogue.entry import RecordFormat
from appliance.demo.library import entries, readers, staff
from appliance.model import Avatar, CopyKind, Language, ReaderCategory, Role, Shelf
from appliance.people.pins import PIN_DIGITS

ENTRIES = list(entries())


def test_there_are_about_three_hundred_titles_in_three_languages() -> None:
    languages = Counter(entry.language for entry in ENTRIES)

    assert 300 <= len(ENTRIES) <= 350
    assert set(languages) == {"km", "en", "fr"}
    assert min(languages.values()) >= 80
    assert languages.most_common(1)[0][0] == "km"


def test_every_shelf_and_every_kind_of_copy_has_titles() -> None:
    shelves = Counter(entry.shelf for entry in ENTRIES)
    kinds = Counter(copy.kind for entry in ENTRIES for copy in entry.copies)

    assert all(shelves[shelf] >= 5 for shelf in Shelf)
    assert all(kinds[kind] >= 15 for kind in CopyKind)


def test_titles_are_clean_texts_with_one_or_two_copies() -> None:
    for entry in ENTRIES:
        texts = (entry.title, entry.series, *entry.authors, *entry.subjects)
        assert entry.title
        assert all(text == unicodedata.normalize("NFC", text.strip()) for text in texts)
        assert len(entry.copies) in {1, 2}
        assert entry.year is None or 1000 < entry.year <= 2026
        assert entry.record_format is RecordFormat.ROW


def test_no_title_is_there_twice_and_no_key_either() -> None:
    assert len({(entry.title, entry.language) for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.key for entry in ENTRIES}) == len(ENTRIES)


def test_every_isbn_is_a_right_one() -> None:
    isbns = [entry.isbn for entry in ENTRIES if entry.isbn]

    assert len(isbns) >= 20
    assert all(standard.is_valid(isbn) and len(isbn) == 13 for isbn in isbns)
    assert len(set(isbns)) == len(isbns)


def test_readers_are_of_every_category_and_called_demo() -> None:
    everyone = readers()

    assert {reader.category for reader in everyone} == set(ReaderCategory)
    assert {reader.avatar for reader in everyone} == set(Avatar)
    assert {reader.language for reader in everyone} == set(Language)
    assert len({reader.number for reader in everyone}) == len(everyone) == 24
    assert all(reader.name.split()[0] in {"គំរូ", "Demo", "Démo"} for reader in everyone)


def test_staff_have_a_pin_each_and_are_called_demo() -> None:
    everyone = staff()

    assert Counter(one.role for one in everyone) == {Role.GUARD: 2, Role.LIBRARIAN: 1, Role.TECHNICIAN: 1}
    assert all(len(one.pin) == PIN_DIGITS and one.pin.isdigit() for one in everyone)
    assert len({one.pin for one in everyone}) == len(everyone)
    assert all(one.name.split()[0] in {"គំរូ", "Demo"} for one in everyone)
