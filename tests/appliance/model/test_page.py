"""A page that is asked for is always one that there is, and every place of a list is on exactly one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from appliance.model.page import page_of


@given(st.integers(-5, 500), st.integers(0, 300), st.integers(1, 12))
def test_the_page_is_there_and_holds_something_unless_the_list_is_empty(
    wanted: int, length: int, most: int
) -> None:
    page = page_of(wanted, length, most)
    shown = list(range(length))[page.here]
    assert 0 <= page.number < page.pages
    assert len(shown) <= most
    assert bool(shown) == bool(length)
    if 0 <= wanted < page.pages:
        assert page.number == wanted


@given(st.integers(0, 300), st.integers(1, 12))
def test_all_pages_together_are_the_list(length: int, most: int) -> None:
    whole = list(range(length))
    pages = page_of(0, length, most).pages
    assert [one for number in range(pages) for one in whole[page_of(number, length, most).here]] == whole
