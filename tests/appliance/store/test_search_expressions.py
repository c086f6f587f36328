"""What typed text becomes, word by word, before the index is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from appliance.store.search.numbers import isbn_forms, typed_number
from appliance.store.search.phrases import as_typed, half_typed, may_change, one_syllable_off, words_of
from appliance.store.search.vocabulary import Vocabulary
from tests.appliance.store.search_shelf import SearchShelf


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("978-2-07-061275-8", "9782070612758"),
        ("2-07-061275-X", "207061275x"),
        (" 9782 0706 ", "97820706"),
        ("9782", "9782"),
        ("978", ""),
        ("12-3", ""),
        ("978207061275890000", "9782070612758"),
        ("978207061275812", "9782070612758"),
        ("978207061275912", "978207061275912"),
        ("9782a", ""),
        ("x123", ""),
        ("1984 orwell", ""),
        ("", ""),
    ],
)
def test_only_what_can_be_an_isbn_is_looked_for_as_one(typed: str, number: str) -> None:
    assert typed_number(typed) == number


@pytest.mark.parametrize(
    ("isbn", "forms"),
    [
        ("9782070612758", ("9782070612758", "2070612759")),
        ("9780306406157", ("9780306406157", "0306406152")),
        ("9791032300824", ("9791032300824",)),
        ("9782070612759", ("9782070612759",)),
        ("043942089X", ("043942089x",)),
        ("", ()),
    ],
)
def test_an_isbn_is_kept_with_its_short_form_where_it_has_one(isbn: str, forms: tuple[str, ...]) -> None:
    assert isbn_forms(isbn) == forms


def test_words_are_cut_at_spaces_and_at_most_twenty_four_pieces_count() -> None:
    assert words_of("Old  man, & the-sea") == [["old"], ["man"], ["the", "sea"]]
    assert words_of(" ,, ") == []
    assert words_of(" ".join(["a"] * 30)) == [["a"]] * 24
    assert words_of("-".join(["a"] * 30) + " b") == [["a"] * 24]


def test_every_word_is_a_phrase_and_the_last_may_go_on() -> None:
    assert as_typed([["old"], ["the", "sea"]]) == '"old" AND "the sea" *'


def test_of_a_syllable_that_may_change_only_the_first_letter_counts() -> None:
    assert half_typed([["old"], ["the", "sea"]]) == '"old" AND "the s" *'


@pytest.mark.parametrize(
    ("token", "changes"),
    [("កេ", True), ("កា", True), ("ក\u17d2\u179a", True), ("ក", False), ("េ", False), ("កុំ", False)],
)
def test_a_syllable_may_change_while_its_last_sign_can_move(token: str, changes: bool) -> None:
    assert may_change(token) is changes


def test_a_word_is_looked_for_with_one_syllable_wrong() -> None:
    assert one_syllable_off(["a", "b"]) == '"a b"'
    assert one_syllable_off(["a", "b", "c"]) == '("b c") OR ("a" AND "c") OR ("a b")'
    assert one_syllable_off(["a", "b", "c", "d"]) == (
        '("b c d") OR ("a" AND "c d") OR ("a b" AND "d") OR ("a b c")'
    )
    assert one_syllable_off(["a", "b", "c", "d", "e"]) == '"a b" OR "c d e"'


def test_a_mistyped_word_is_one_letter_off_or_two_when_it_is_long(tmp_path: Path) -> None:
    shelf = SearchShelf(tmp_path)
    shelf.put("Prince Elephant Bird Birds")
    words = Vocabulary(shelf.store.connection)
    assert words.like("brid", goes_on=False) == ["bird"]
    assert sorted(words.like("birt", goes_on=False)) == ["bird"]
    assert words.like("barp", goes_on=False) == []
    assert words.like("elefant", goes_on=False) == ["elephant"]
    assert words.like("elfnat", goes_on=False) == []
    assert words.like("pr", goes_on=False) == []
    assert words.like("pr1nce", goes_on=False) == []
    assert words.like("prinec", goes_on=False) == ["prince"]
    shelf.put("Prints")
    assert sorted(words.like("printe", goes_on=False)) == ["prince", "prints"]
    shelf.store.close()


def test_a_first_letter_may_be_wrong_only_where_it_is_taken_for_another(tmp_path: Path) -> None:
    shelf = SearchShelf(tmp_path)
    shelf.put("Kiosk")
    words = Vocabulary(shelf.store.connection)
    assert words.like("qiosk", goes_on=False) == ["kiosk"]
    assert words.like("ikosk", goes_on=False) == ["kiosk"]
    assert words.like("xiosk", goes_on=False) == []
    shelf.store.close()


def test_a_beginning_that_is_mistyped_is_like_the_beginnings_of_words(tmp_path: Path) -> None:
    shelf = SearchShelf(tmp_path)
    shelf.put("Elephant")
    words = Vocabulary(shelf.store.connection)
    assert sorted(words.like("elepf", goes_on=True)) == ["elep", "eleph"]
    assert words.like("elepf", goes_on=False) == []
    shelf.store.close()
