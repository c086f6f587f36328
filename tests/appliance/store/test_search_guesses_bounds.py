"""How far a guess goes: what must be in a title, which word may go on, and what is too little to guess at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from appliance.store.search.guesses import Guesses, _in_latin_letters
from tests.appliance.store.search_shelf import SearchShelf

TITLES = (
    "Mockingbird Tale",
    "Birdsong Tale",
    "Tale Internationalization",
    "ទុំទាវ",
    "ផ្កា ស្រពោន",
    "Kaleidoscope",
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchShelf]:
    shelf = SearchShelf(tmp_path_factory.mktemp("shelf"))
    shelf.put(*TITLES)
    shelf.put("?!", series="Kaleidoscope")
    yield shelf
    shelf.store.close()


def guessed(shelf: SearchShelf, typed: str) -> list[str]:
    found = shelf.find(typed)
    assert shelf.guesses(typed) == bool(found), "it was found as typed"
    return found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mokingb", ["Mockingbird Tale"]),
        ("mokingbird", ["Mockingbird Tale"]),
        ("tael mokingb", ["Mockingbird Tale"]),
        ("mokingbird tael", ["Mockingbird Tale"]),
    ],
)
def test_the_last_word_may_go_on_and_be_mistyped(shelf: SearchShelf, typed: str, meant: list[str]) -> None:
    assert guessed(shelf, typed) == meant


@pytest.mark.parametrize("typed", ["mokingb tael", "bird tael"])
def test_a_word_before_the_last_is_whole(shelf: SearchShelf, typed: str) -> None:
    assert guessed(shelf, typed) == []


@pytest.mark.parametrize("typed", ["mokingbird elephant tale", "elephant mokingbird", "mokingbird elephant"])
def test_every_word_is_in_the_title(shelf: SearchShelf, typed: str) -> None:
    assert guessed(shelf, typed) == []


@pytest.mark.parametrize("typed", ["intre", "tael intre"])
def test_a_title_of_which_little_was_typed_is_not_meant(shelf: SearchShelf, typed: str) -> None:
    assert guessed(shelf, typed) == []


def test_a_title_without_a_word_is_like_nothing(shelf: SearchShelf) -> None:
    assert guessed(shelf, "kaliedoscope") == ["Kaleidoscope"]


def test_a_title_is_found_across_its_spaces(shelf: SearchShelf) -> None:
    assert guessed(shelf, "ផ្គាសរពោន") == ["ផ្កា ស្រពោន"]


def test_three_letters_are_enough_to_guess_at(shelf: SearchShelf) -> None:
    assert guessed(shelf, "tum") == ["ទុំទាវ"]


@pytest.mark.parametrize("typed", [["tu"], ["t", "u"], ["123"], ["12", "34"]])
def test_two_letters_or_a_number_are_not_even_looked_for(shelf: SearchShelf, typed: list[str]) -> None:
    asked: list[str] = []
    connection = shelf.store.connection
    guesses = Guesses(connection)

    def hears(_cursor: object, sql: str, _values: object) -> bool:
        asked.append(sql)
        return True

    connection.exec_trace = hears
    found = guesses.find([[word] for word in typed], 60, sure=False)
    connection.exec_trace = None
    assert (found, asked) == ([], [])


def test_khmer_is_read_word_by_word() -> None:
    """Its last consonant is silent at the end of a word only."""
    assert _in_latin_letters("វចនា\u200bនុក្រម\u200bខ្មែរ") == "vochaneanukramkhmer"


def test_no_more_are_guessed_than_were_asked_for_the_likest_first(tmp_path: Path) -> None:
    shelf = SearchShelf(tmp_path)
    shelf.put("Mockingbirds", "Mockingbird", "The Mockingbird", "Mockingbard")
    ids = Guesses(shelf.store.connection).find([["mokingbird"]], 3, sure=False)
    assert ids == [2, 3, 1]
    shelf.store.close()
