"""Weak spellers, foreign keyboards and slips of the finger still find their book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from appliance.demo.library import entries
from tests.appliance.store.search_shelf import SearchShelf


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchShelf]:
    shelf = SearchShelf(tmp_path_factory.mktemp("demo"), entries())
    yield shelf
    shelf.store.close()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sievphov", "សៀវភៅវេយ្យាករណ៍ភាសាខ្មែរ"),
        ("tum teav", "ទុំទាវ"),
        ("tumteav", "ទុំទាវ"),
        ("kolab pailin", "កូលាបប៉ៃលិន"),
        ("kolap bailin", "កូលាបប៉ៃលិន"),
        ("sophat", "សូផាត"),
        ("phka sropon", "ផ្កាស្រពោន"),
        ("chbab srey", "ច្បាប់ស្រី"),
        ("sophea tonsay", "រឿងសុភាទន្សាយ"),
        ("vacananukram khmer", "វចនានុក្រមខ្មែរ"),
        ("tuk tonle sap", "ទឹកទន្លេសាប"),
        ("nou hach", "ផ្កាស្រពោន"),
        ("preah put", "ព្រះពុទ្ធសាសនា និងសង្គមខ្មែរ"),
    ],
)
def test_khmer_typed_with_latin_letters_finds_the_khmer_title(
    demo: SearchShelf, typed: str, meant: str
) -> None:
    assert meant in demo.find(typed)[:5]
    assert demo.guesses(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ទំទាវ", "ទុំទាវ"),
        ("កុលាបប៉ៃលិន", "កូលាបប៉ៃលិន"),
        ("សៀវផៅ", "សៀវភៅវេយ្យាករណ៍ភាសាខ្មែរ"),
        ("វជនានុក្រម", "វចនានុក្រមខ្មែរ"),
        ("ប្រវតិសាស្ត្រខ្មែរ", "ប្រវត្តិសាស្ត្រខ្មែរ"),
        ("រឿងព្រះតោងនាងនាគ", "រឿងព្រះថោងនាងនាគ"),
        ("ផ្កាស្រនោន", "ផ្កាស្រពោន"),
        ("សង្រ្គាមចិតសាស្រ្ត", "សង្គ្រាមចិត្តសាស្ត្រ"),
        ("ផ្គាសរពោន", "ផ្កាស្រពោន"),
        ("ក្រមព្រហ្មទាន់", "ក្រមព្រហ្មទណ្ឌ"),
    ],
)
def test_wrong_vowels_and_wrong_letters_find_the_khmer_title(
    demo: SearchShelf, typed: str, meant: str
) -> None:
    assert meant in demo.find(typed)[:5]
    assert demo.guesses(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("elefant", "Le lièvre et l'éléphant"),
        ("hary poter", "Harry Potter and the Philosopher's Stone"),
        ("dostoyevsky", "Crime and Punishment"),
        ("monte christo", "Le Comte de Monte-Cristo"),
        ("l etranger camuz", "L'Étranger"),
        ("trois mousqetaires", "Les Trois Mousquetaires"),
        ("pirde and prejudice", "Pride and Prejudice"),
        ("frankenstien", "Frankenstein"),
        ("mockingbrid", "To Kill a Mockingbird"),
        ("kambodia", "A History of Cambodia"),
        ("catrepillar", "The Very Hungry Caterpillar"),
    ],
)
def test_a_mistyped_latin_word_finds_its_title(demo: SearchShelf, typed: str, meant: str) -> None:
    assert meant in demo.find(typed)[:8]
    assert demo.guesses(typed)


def test_what_is_found_as_typed_is_no_guess(demo: SearchShelf) -> None:
    assert not demo.guesses("ទុំទាវ")
    assert not demo.guesses("prince")


def test_khmer_titles_follow_latin_ones_when_a_latin_word_surely_means_them(demo: SearchShelf) -> None:
    found = demo.find("khmer")

    assert found[0] == "Modern Cambodian-English Dictionary"
    assert "វចនានុក្រមខ្មែរ" in found
    assert not demo.guesses("khmer")


@pytest.mark.parametrize("typed", ["ឃឃឃឃ", "xqzwvk", "zzz", "ឋឌឃ", "77777777", "12", "k", "ក្"])
def test_nonsense_finds_nothing_rather_than_anything(demo: SearchShelf, typed: str) -> None:
    assert not demo.guesses(typed)


def test_words_of_a_later_import_can_be_guessed_too(tmp_path: Path) -> None:
    shelf = SearchShelf(tmp_path)
    shelf.put("Les Misérables")
    assert shelf.find("mousqetaires") == []

    shelf.put("Les Trois Mousquetaires")

    assert shelf.find("mousqetaires") == ["Les Trois Mousquetaires"]
    shelf.store.close()
