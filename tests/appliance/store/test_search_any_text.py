"""Whatever is typed, search answers; and every beginning of every title of the demo library finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.demo.library import entries
from appliance.language.breaking import clusters
from tests.appliance.store.search_shelf import SearchShelf

ENTRIES = list(entries())
TITLES = [entry.title for entry in ENTRIES]
MOST = len(TITLES)
NAUGHTY = Path(__file__).resolve().parents[3] / "../shared/data/hostile/blns.txt"

OPERATORS = [
    *(
        '"',
        '""',
        '"a',
        "a*",
        "*",
        "^a",
        "a AND b",
        "AND",
        "NOT",
        "OR OR",
        "NEAR(a b)",
        "title:a",
        "{title}:a",
    ),
    *(
        "-a",
        "a+b",
        "(",
        ")",
        "';--",
        "%",
        "_",
        "\\",
        "\x00",
        "a\x00b",
        "\ud800",
        "a\ud800",
        "\u200b",
        "\U0010ffff",
    ),
    *("្", "ា", "\u17b4", "។", "ក្" * 40, "9" * 40, "-" * 20, "9-7-8", "x", "9x", "978x" * 30, "ក" * 10_000),
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchShelf]:
    shelf = SearchShelf(tmp_path_factory.mktemp("demo"), ENTRIES)
    yield shelf
    shelf.store.close()


@pytest.mark.parametrize("text", OPERATORS, ids=range(len(OPERATORS)))
def test_operators_of_the_index_are_only_text(demo: SearchShelf, text: str) -> None:
    assert len(demo.find(text, 10)) <= 10


@given(text=st.text(max_size=200))
def test_any_text_gets_an_answer(demo: SearchShelf, text: str) -> None:
    assert len(demo.find(text, 10)) <= 10


@given(text=st.text(alphabet=[*map(chr, range(0x1780, 0x17F0)), *' "*^:-()0xNOTARD\u200b'], max_size=60))
def test_any_khmer_signs_and_operators_get_an_answer(demo: SearchShelf, text: str) -> None:
    assert len(demo.find(text, 10)) <= 10


def test_naughty_strings_get_an_answer(demo: SearchShelf) -> None:
    if not NAUGHTY.exists():
        pytest.skip("the shared list of naughty strings is not here")
    for text in NAUGHTY.read_text("utf-8").splitlines():
        assert len(demo.find(text, 10)) <= 10


@given(title=st.sampled_from(TITLES), part=st.floats(0, 1, exclude_min=True))
def test_every_beginning_at_a_syllable_finds_the_title(demo: SearchShelf, title: str, part: float) -> None:
    syllables = clusters(title)
    typed = "".join(syllables[: max(1, round(part * len(syllables)))])

    assert title in demo.find(typed, MOST)
    assert not demo.guesses(typed)


@given(title=st.sampled_from(TITLES), letters=st.integers(1, 80))
def test_every_beginning_inside_a_syllable_finds_the_title(
    demo: SearchShelf, title: str, letters: int
) -> None:
    assert title in demo.find(title[:letters], MOST)


@given(title=st.sampled_from(TITLES), start=st.integers(0, 30), letters=st.integers(1, 10))
def test_every_part_that_starts_at_a_syllable_finds_the_title(
    demo: SearchShelf, title: str, start: int, letters: int
) -> None:
    syllables = [syllable for syllable in clusters(title) if "\u1780" <= syllable[0] <= "\u17b3"]
    typed = "".join(syllables[start : start + letters])
    if typed and typed in title:
        assert title in demo.find(typed, MOST)
