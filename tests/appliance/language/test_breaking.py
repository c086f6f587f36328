"""Where lines break in Khmer, French and English."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from appliance.language.breaking import WORD_END, clusters, ellipsize, mark_words, wrap, wrap_evenly

KHMER = "សៀវភៅណែនាំកសិកម្មសម្រាប់ប្រជាកសិករនៅតំបន់ទន្លេសាប"
syllables = st.sampled_from(
    ["ស្ត្រី", "ក", "ភៅ", "ធ្នូ", "ញ្ញា", "ទី១", " ", "\n", "a", "é", "livre ", "។", "ៗ", WORD_END]
)
texts = st.lists(syllables, max_size=30).map("".join)
widths = st.integers(min_value=1, max_value=24)
HANGING = re.compile("[\u17b4-\u17d3\u17dd]")


def letters_of(text: str) -> str:
    return re.sub(f"[ \n{WORD_END}]", "", text)


def test_khmer_words_end_with_a_zero_width_space() -> None:
    assert mark_words("សៀវភៅណែនាំកសិកម្ម") == WORD_END.join(["សៀវភៅ", "ណែនាំ", "កសិកម្ម"])


def test_a_text_that_is_marked_already_stays_as_it_is() -> None:
    marked = f"សៀវ{WORD_END}ភៅណែនាំ"
    assert mark_words(marked) == marked


def test_french_and_english_need_no_marks() -> None:
    assert mark_words("L'Étranger à l'école") == "L'Étranger à l'école"


def test_a_khmer_line_breaks_between_words() -> None:
    assert wrap(KHMER, 22, len) == ["សៀវភៅណែនាំកសិកម្ម", "សម្រាប់ប្រជាកសិករនៅ", "តំបន់ទន្លេសាប"]


def test_a_new_line_in_the_text_begins_a_new_line() -> None:
    assert wrap("one\n\ntwo three", 20, len) == ["one", "", "two three"]


def test_a_word_longer_than_a_line_is_cut_between_clusters() -> None:
    assert wrap("ស្ត្រីធ្នូក", 7, len) == ["ស្ត្រី", "ធ្នូក"]
    assert wrap("abcdefg hi", 3, len) == ["abc", "def", "g", "hi"]


def test_a_cluster_wider_than_a_line_sticks_out_and_stays_whole() -> None:
    assert wrap("កស្ត្រី", 2, len) == ["ក", "ស្ត្រី"]
    assert wrap("ស្ត្រី", 2, len) == ["ស្ត្រី"]


def test_a_cluster_is_a_letter_with_all_that_hangs_on_it() -> None:
    assert clusters("ស្ត្រីធ្នូកé") == ["ស្ត្រី", "ធ្នូ", "ក", "é"]


@settings(deadline=None)
@given(texts, widths)
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, len)
    assert letters_of("".join(lines)) == letters_of(text)
    assert all(len(line) <= width or len(clusters(line)) == 1 for line in lines)
    assert WORD_END not in "".join(lines)


@settings(deadline=None)
@given(texts, widths)
def test_no_line_begins_with_a_sign_that_hangs_on_a_letter(text: str, width: int) -> None:
    assert not [line for line in wrap(text, width, len) if HANGING.match(line)]


@settings(deadline=None)
@given(texts, widths)
def test_even_lines_are_as_many_and_lose_nothing(text: str, width: int) -> None:
    even = wrap_evenly(text, width, len)
    assert len(even) == len(wrap(text, width, len))
    assert letters_of("".join(even)) == letters_of(text)


def test_even_lines_leave_no_word_alone() -> None:
    assert wrap("Library of Correctional Centre", 26, len) == ["Library of Correctional", "Centre"]
    assert wrap_evenly("Library of Correctional Centre", 26, len) == ["Library of", "Correctional Centre"]


@settings(deadline=None)
@given(texts, widths, st.integers(min_value=1, max_value=3))
def test_a_shortened_text_keeps_to_its_lines_and_width(text: str, width: int, lines_most: int) -> None:
    lines = ellipsize(text, width, lines_most, len)
    whole = wrap(text, width, len)
    assert len(lines) == min(len(whole), lines_most)
    assert lines == whole or lines[-1].endswith("…")
    assert all(len(line) <= width or len(clusters(line)) == 1 for line in lines)


def test_a_shortened_text_ends_at_a_word() -> None:
    assert ellipsize(KHMER, 22, 2, len) == ["សៀវភៅណែនាំកសិកម្ម", "សម្រាប់ប្រជាកសិករនៅ…"]
    assert ellipsize("The stories of the sea", 12, 1, len) == ["The stories…"]
    assert ellipsize("Encyclopaedia of fishes", 8, 1, len) == ["Encyclo…"]
