"""Shelves, ISBNs, languages and texts, one small rule at a time."""

from __future__ import annotations

import pytest

from appliance.catalogue.reading.isbn import isbn_of
from appliance.catalogue.reading.languages import language_of
from appliance.catalogue.reading.shelves import shelf_of_congress, shelf_of_words
from appliance.catalogue.reading.text import clean, without_isbd_end, year_in
from appliance.model import Shelf


@pytest.mark.parametrize(
    ("text", "shelf"),
    [
        ("000", Shelf.GENERAL),
        ("158.1 SOK", Shelf.PHILOSOPHY),
        ("294.3/4", Shelf.RELIGION),
        ("៣៤០", Shelf.SOCIETY),
        ("REF 495.932", Shelf.LANGUAGE),
        ("[E]", Shelf.STORIES),
        ("[Fic]", Shelf.STORIES),
        ("ចំណេះដឹងទូទៅ", Shelf.GENERAL),
        ("ទស្សនវិជ្ជា និង ចិត្តវិទ្យា", Shelf.PHILOSOPHY),
        ("សាសនា", Shelf.RELIGION),
        ("វិទ្យាសាស្ត្រសង្គម", Shelf.SOCIETY),
        ("វិទ្យាសាស្រ្តសង្គម", Shelf.SOCIETY),
        ("វិទ្យាសាស្ត្រ", Shelf.SCIENCE),
        ("ប្រវត្តិវិទ្យា", Shelf.HISTORY),
        ("សៀវភៅសិក្សាគោល", Shelf.TEXTBOOKS),
        ("History", Shelf.HISTORY),
        ("Contes", Shelf.STORIES),
        ("Littérature", Shelf.LITERATURE),
        ("Santé", Shelf.TECHNOLOGY),
        ("Cartography", None),
        ("", None),
    ],
)
def test_a_class_or_its_name_gives_a_shelf(text: str, shelf: Shelf | None) -> None:
    assert shelf_of_words(text) is shelf


@pytest.mark.parametrize(
    ("call", "shelf"),
    [
        ("PZ7.M8273", Shelf.STORIES),
        ("BQ4012", Shelf.RELIGION),
        ("QH3", Shelf.SCIENCE),
        ("Microfiche 2", None),
    ],
)
def test_a_congress_number_gives_a_shelf(call: str, shelf: Shelf | None) -> None:
    assert shelf_of_congress(call) is shelf


@pytest.mark.parametrize(
    ("text", "isbn", "right"),
    [
        ("0-306-40615-2 (pbk.)", "9780306406157", True),
        ("978-0-306-40615-7", "9780306406157", True),
        ("080442957X :", "9780804429573", True),
        ("9780306406157 51299", "9780306406157", True),
        ("៩៧៨០៣០៦៤០៦១៥៧", "9780306406157", True),
        ("0-306-40615-3", "0306406153", False),
        ("9770306406156", "9770306406156", False),
        ("$ 4.50", "", True),
    ],
)
def test_isbns_are_checked_and_made_thirteen_digits_long(text: str, isbn: str, right: bool) -> None:
    assert isbn_of(text) == (isbn, right)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("khm", "km"),
        ("engfre", "en"),
        ("Français", "fr"),
        ("ខ្មែរ", "km"),
        ("nep", "nep"),
        ("und", ""),
        ("?", ""),
    ],
)
def test_languages_have_one_code(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "year"), [("2500 [1957]", 1957), ("[c1899]", 1899), ("២០១៥", 2015), ("12345", None)]
)
def test_years_of_the_common_era_are_found(text: str, year: int | None) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Sur mer /", "Sur mer"),
        ("Svāy, V.", "Svāy, V."),
        ("The end.", "The end."),
        ("A long story.", "A long story"),
    ],
)
def test_only_the_punctuation_of_the_catalogue_card_is_taken_off(text: str, plain: str) -> None:
    assert without_isbd_end(text) == plain


def test_a_clean_text_is_one_line_in_nfc_and_keeps_khmer_word_ends() -> None:
    assert clean(" e\u0301t\u00a0\n e\x00 ") == "ét e"
    assert clean("សាលា\u200bរៀន") == "សាលា\u200bរៀន"
