"""The index follows the titles, one by one or many at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from appliance.language.breaking import WORD_END
from appliance.model import Title, TitleId
from appliance.store.database import open_library
from appliance.store.search import index
from appliance.store.search.numbers import isbn_forms

KHMER = Title(TitleId(1), f"សៀវភៅ{WORD_END}ភាសា{WORD_END}ខ្មែរ", ("ជួន ណាត",), isbn="9780140449136")
FRENCH = Title(TitleId(2), "L'élève", ("Émile Zola",), "Folio", ("École",), publisher="Gallimard")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[apsw.Connection]:
    connection = open_library(tmp_path)
    yield connection
    connection.close()


def having(connection: apsw.Connection, table: str, expression: str) -> list[int]:
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid"
    return [title_id for (title_id,) in connection.execute(sql, (expression,))]


def words(connection: apsw.Connection) -> set[str]:
    return {word for (word,) in connection.execute("SELECT word FROM search_word")}


def test_a_title_is_indexed_by_column(connection: apsw.Connection) -> None:
    index.put_many(connection, [(1, KHMER), (2, FRENCH)])

    assert having(connection, "title_words", 'title : "ភា សា ខ្មែ រ"') == [1]
    assert having(connection, "title_words", 'people : "ណា ត"') == [1]
    assert having(connection, "title_words", 'rest : "0140449132"') == [1]
    assert having(connection, "title_words", 'rest : ("ecole" AND "folio" AND "gallimard")') == [2]


def test_khmer_is_indexed_by_sound_from_every_word_on_and_across_words(connection: apsw.Connection) -> None:
    index.put_many(connection, [(1, KHMER), (2, FRENCH)])

    assert having(connection, "title_sounds", 'starts : "spsk"') == [1]
    assert having(connection, "title_sounds", 'starts : "kmr"') == [1]
    assert having(connection, "title_sounds", 'runs : "pps" OR runs : "psk skm"') == [1]
    assert having(connection, "title_sounds", 'starts : "l" *') == []


def test_putting_a_title_again_leaves_nothing_of_the_old_one(connection: apsw.Connection) -> None:
    index.put(connection, 1, KHMER)
    index.put(connection, 1, FRENCH)

    assert having(connection, "title_words", '"ខ្មែ"') == []
    assert having(connection, "title_sounds", '"kmr"') == []
    assert having(connection, "title_words", '"eleve"') == [1]


def test_a_removed_title_is_found_no_more(connection: apsw.Connection) -> None:
    index.put_many(connection, [(1, KHMER), (2, FRENCH)])

    index.remove(connection, 1)

    assert having(connection, "title_words", '"ខ្មែ"') == having(connection, "title_sounds", '"kmr"') == []
    assert having(connection, "title_words", '"eleve"') == [2]


def test_removing_what_is_not_there_does_nothing(connection: apsw.Connection) -> None:
    index.remove(connection, 77)

    assert having(connection, "title_words", '"a" *') == []


def test_only_latin_words_of_three_letters_can_be_mistyped(connection: apsw.Connection) -> None:
    index.put_many(connection, [(1, KHMER), (2, FRENCH)])

    assert words(connection) == {"eleve", "emile", "zola"}


@pytest.mark.parametrize(
    ("isbn", "forms"),
    [
        ("9780140449136", ("9780140449136", "0140449132")),
        ("9780394800011", ("9780394800011", "039480001x")),
        ("9791032705452", ("9791032705452",)),
        ("9780140449130", ("9780140449130",)),
        ("12345", ("12345",)),
        ("", ()),
    ],
)
def test_an_isbn_has_a_form_of_ten_digits_only_when_it_is_right(isbn: str, forms: tuple[str, ...]) -> None:
    assert isbn_forms(isbn) == forms
