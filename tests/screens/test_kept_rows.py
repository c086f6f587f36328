"""Rows stay where they are while somebody decides."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.kept_rows import KeptRows


def rows(*keys: str) -> KeptRows[str]:
    kept: KeptRows[str] = KeptRows()
    kept.begin(keys)
    return kept


@pytest.mark.parametrize(
    ("there", "now", "places"),
    [
        ("abc", "abc", ["a", "b", "c"]),
        ("abc", "ac", ["a", None, "c"]),
        ("abc", "bc", [None, "b", "c"]),
        ("ab", "abc", ["a", "b", "c"]),
        ("ab", "cab", ["a", "b", "c"]),
        ("abc", "acd", ["a", None, "c", "d"]),
        ("abc", "bca", ["a", "b", "c"]),
        ("ab", "", []),
        ("ab", "cd", ["c", "d"]),
    ],
)
def test_what_is_there_stays_what_is_new_comes_after(there: str, now: str, places: list[str | None]) -> None:
    kept = rows(*there)
    kept.take(list(now))
    assert kept.places == places


def test_where_all_places_are_taken_new_rows_wait() -> None:
    kept = rows("a", "b")
    kept.take(["b", "c"], most=2)
    assert kept.places == [None, "b"]


@pytest.mark.parametrize(("now", "places"), [("bc", ["c", "b"]), ("b", ["b"]), ("bcd", ["c", "b", "d"])])
def test_after_a_pause_new_rows_fill_the_gap_and_what_was_there_stays(now: str, places: list[str]) -> None:
    kept = rows("a", "b")
    kept.take(list(now), most=2)
    kept.close_up(list(now))
    assert kept.places == places


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), min_size=1))
def test_no_row_ever_moves_unless_the_list_is_new_or_closes_up(lists: Sequence[list[str]]) -> None:
    kept = rows()
    for keys in lists:
        before = list(kept.places)
        kept.take(keys)
        assert {key for key in kept.places if key is not None} == set(keys)
        if any(key in keys for key in before):
            assert all(kept.places[at] in (key, None) for at, key in enumerate(before))
