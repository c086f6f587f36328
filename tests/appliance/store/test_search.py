"""What a reader types, and what comes up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from appliance.catalogue.entry import CopyEntry
from appliance.demo.library import entries
from appliance.lending.availability import best_of
from appliance.model import CopyKind, Shelf, TitleId
from tests.appliance.store.search_shelf import SearchShelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[SearchShelf]:
    shelf = SearchShelf(tmp_path)
    yield shelf
    shelf.store.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchShelf]:
    shelf = SearchShelf(tmp_path_factory.mktemp("demo"), entries())
    yield shelf
    shelf.store.close()


def test_a_khmer_word_is_found_in_the_middle_of_a_title(shelf: SearchShelf) -> None:
    shelf.put("សៀវភៅវេយ្យាករណ៍ភាសាខ្មែរ", "គណិតវិទ្យា")

    assert shelf.find("ភាសា") == ["សៀវភៅវេយ្យាករណ៍ភាសាខ្មែរ"]


def test_vowels_and_subscripts_are_part_of_a_word(shelf: SearchShelf) -> None:
    """FTS5's own tokenizer takes them for gaps: it would find every title with the same consonants."""
    shelf.put("កូន", "កាន", "ខ្មែរ", "ខមរ")

    assert shelf.find("ខ្មែរ") == ["ខ្មែរ"]
    assert shelf.find("កូន") == ["កូន"]


def test_syllables_must_follow_each_other_as_typed(shelf: SearchShelf) -> None:
    shelf.put("ភាសាខ្មែរ", "ខ្មែរនិងភាសា")

    assert shelf.find("ភាសាខ្មែរ") == ["ភាសាខ្មែរ"]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("វិធីសាស្រ្តមើលមនុស្ស", "វិធីសាស្រ"),  # ro goes behind ta once that is typed
        ("ការកេាតខ្លាច", "ការកេ"),  # with aa it becomes oo
        ("អ្នកសុីឈ្នួល", "អ្នកសុ"),  # u becomes a shifter below ii
    ],
)
def test_a_syllable_half_typed_finds_the_title_whatever_becomes_of_its_sign(
    shelf: SearchShelf, title: str, typed: str
) -> None:
    shelf.put(title, "គណិតវិទ្យា")

    assert shelf.find(typed) == [title]
    assert not shelf.guesses(typed)


def test_words_between_spaces_may_be_anywhere(shelf: SearchShelf) -> None:
    shelf.put("ប្រវត្តិសាស្ត្រកម្ពុជា", "The history of Cambodia")

    assert shelf.find("កម្ពុជា ប្រវត្តិ") == ["ប្រវត្តិសាស្ត្រកម្ពុជា"]
    assert shelf.find("cambodia his") == ["The history of Cambodia"]


def test_titles_that_begin_with_it_come_before_titles_that_have_it_before_authors_that_have_it(
    shelf: SearchShelf,
) -> None:
    shelf.put("Contes", authors=("Jean Prince",))
    shelf.put("Le Petit Prince", "Prince of tides")

    assert shelf.find("prince") == ["Prince of tides", "Le Petit Prince", "Contes"]


def test_titles_come_before_authors_even_when_there_are_more_than_are_shown(shelf: SearchShelf) -> None:
    shelf.put(*(f"Contes {number}" for number in range(9)), authors=("Prince",))
    shelf.put("Le Petit Prince")

    assert shelf.find("prince", limit=3)[0] == "Le Petit Prince"


@pytest.mark.parametrize("typed", ["eleve", "élève", "ÉLÈVE", "éleve", "ele"])
def test_french_accents_may_be_left_out_or_typed(shelf: SearchShelf, typed: str) -> None:
    shelf.put("L'élève et le maître", "Le maître")

    assert shelf.find(typed) == ["L'élève et le maître"]


@pytest.mark.parametrize("typed", ["ទី២", "ទី2", "ថ្នាក់ទី២", "ថ្នាក់ទី 2"])
def test_digits_are_found_in_either_writing(shelf: SearchShelf, typed: str) -> None:
    shelf.put("គណិតវិទ្យា ថ្នាក់ទី២", "គណិតវិទ្យា ថ្នាក់ទី៣")

    assert shelf.find(typed) == ["គណិតវិទ្យា ថ្នាក់ទី២"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("ជួន ណាត", {"authors": ("ជួន ណាត",)}),
        ("verne", {"authors": ("Jules Verne",)}),
        ("rougon", {"series": "Les Rougon-Macquart"}),
        ("insectes", {"subjects": ("Animaux", "Insectes")}),
        ("វចនានុក្រម", {"subjects": ("វចនានុក្រម",)}),
        ("nagaravatta", {"publisher": "Nagaravatta"}),
    ],
)
def test_author_series_subject_and_publisher_are_searched(
    shelf: SearchShelf, typed: str, field: dict[str, object]
) -> None:
    shelf.put("A title", **field)
    shelf.put("Another")

    assert shelf.find(typed) == ["A title"]


@pytest.mark.parametrize(
    "typed",
    [
        "9780140449136",
        "978-0-14-044913-6",
        "978 0140449136",
        "0140449132",
        "0-14-044913-2",
        "9780140",
        "៩៧៨០១៤០៤៤៩១៣៦",
        "978014044913650999",
    ],
)
def test_an_isbn_is_found_in_every_form(shelf: SearchShelf, typed: str) -> None:
    shelf.put("Crime and Punishment", isbn="9780140449136")
    shelf.put("Pride and Prejudice", isbn="9780141439518")

    assert shelf.find(typed)[0] == "Crime and Punishment"


def test_an_isbn_with_an_x_is_found(shelf: SearchShelf) -> None:
    shelf.put("The Cat in the Hat", isbn="9780394800011")

    assert shelf.find("039480001X") == shelf.find("0-394-80001-x") == ["The Cat in the Hat"]


@pytest.mark.parametrize("typed", ["KH-0101", " KH-0101 ", "kh-0101", "KH-០១០១"])
def test_a_barcode_finds_its_title_first(shelf: SearchShelf, typed: str) -> None:
    shelf.put("KH 0101 in the title")
    shelf.put("ទុំទាវ", barcode="KH-0101")

    assert shelf.find(typed)[0] == "ទុំទាវ"


def test_a_barcode_is_text_and_not_a_number(shelf: SearchShelf) -> None:
    shelf.put("One", barcode="0101")
    shelf.put("Two", barcode="101")

    assert shelf.find("0101") == ["One"]
    assert shelf.find("101") == ["Two"]


def test_there_is_more_when_more_is_found_than_asked_for(shelf: SearchShelf) -> None:
    shelf.put(*(f"Tome {number}" for number in range(5)))

    assert shelf.store.search.find("tome", 4).more
    assert not shelf.store.search.find("tome", 5).more
    assert len(shelf.find("tome", 4)) == 4


def test_a_changed_title_is_found_by_its_new_words_only(shelf: SearchShelf) -> None:
    shelf.put("Old words ពាក្យចាស់", key="same")
    shelf.put("New words", key="same")

    assert shelf.find("new") == ["New words"]
    assert shelf.find("old") == shelf.find("ពាក្យ") == shelf.find("peak") == []


def test_nothing_typed_shows_the_newest_of_every_shelf_in_turn(shelf: SearchShelf) -> None:
    shelf.fill_shelves(9)

    ids = shelf.store.search.find("   ", 24).ids
    shown = [title for title, _ in shelf.store.search.found_titles(ids)]

    assert len(shown) == len(set(ids)) == 24
    assert [title.shelf for title in shown[:12]] == list(Shelf)
    assert shown[0].title == "general 8"


def test_nothing_typed_shows_khmer_titles_among_newer_ones(shelf: SearchShelf) -> None:
    shelf.put("គំនិត", language="km")
    shelf.fill_shelves(9)

    assert "គំនិត" in shelf.find("", 24)


def test_a_library_without_titles_finds_nothing(shelf: SearchShelf) -> None:
    assert shelf.find("") == shelf.find("ក") == shelf.find("khmer") == []


def test_ids_of_titles_that_are_gone_are_left_out(shelf: SearchShelf) -> None:
    shelf.put("One")
    (one,) = shelf.store.search.find("one").ids

    assert len(shelf.store.search.found_titles((TitleId(999), one))) == 1


def test_hits_keep_the_order_asked_for(demo: SearchShelf) -> None:
    ids = tuple(TitleId(number) for number in (9, 3, 200, 1))

    assert tuple(title.id for title, _ in demo.store.search.found_titles(ids)) == ids


def test_a_title_is_shown_with_its_best_copy(shelf: SearchShelf) -> None:
    copies = (CopyEntry("R1", CopyKind.REFERENCE), CopyEntry("C1"))
    shelf.put("Dictionary", copies=copies)
    ids = shelf.store.search.find("dictionary").ids

    def seen() -> str:
        ((_, standings),) = shelf.store.search.found_titles(ids)
        return best_of(standings)

    states = [seen()]
    for sql in (
        "INSERT INTO reader (id, number, name, category, language, avatar)"
        " VALUES (1, 42, 'Dara', 'adult', 'km', 'cow')",
        "INSERT INTO request (id, reader_id, asked_at, state) VALUES (1, 1, 'now', 'waiting')",
        "INSERT INTO request_copy (request_id, place, copy_id, waiting)"
        " SELECT 1, 0, id, 1 FROM copy WHERE barcode = 'C1'",
        "UPDATE copy SET state = 'lost' WHERE barcode = 'R1'",
        "UPDATE request_copy SET waiting = 0",
        "INSERT INTO loan (copy_id, reader_id, request_id, lent_at, due_on)"
        " SELECT id, 1, 1, 'now', 'then' FROM copy WHERE barcode = 'C1'",
        "UPDATE loan SET returned_at = 'later'",
        "UPDATE copy SET state = 'withdrawn'",
    ):
        shelf.store.connection.execute(sql)
        states.append(seen())

    assert states == [
        *("available", "available", "available"),
        *("reading_room", "asked_for", "available", "on_loan", "available", "absent"),
    ]
