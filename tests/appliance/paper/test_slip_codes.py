"""The code on a loan slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.paper.codes import read_slip_code, slip_code

numbers = st.integers(min_value=1, max_value=9_999_999)
characters = st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_a_code_is_nine_characters_that_begin_with_an_l() -> None:
    assert slip_code(42) == "L00000426"


@given(numbers)
def test_a_code_gives_its_number_back(number: int) -> None:
    assert read_slip_code(slip_code(number)) == number


@given(numbers, st.integers(min_value=0, max_value=8), characters)
def test_one_wrong_character_is_never_taken_for_another_slip(number: int, at: int, wrong: str) -> None:
    code = slip_code(number)
    spoilt = code[:at] + wrong + code[at + 1 :]
    assert read_slip_code(spoilt) == (number if spoilt == code else None)


@given(st.text(max_size=12))
def test_any_other_text_is_no_slip(text: str) -> None:
    number = read_slip_code(text)
    assert number is None or slip_code(number) == text


@pytest.mark.parametrize(
    "code", ["", "L", "R000042ABCDEF", "l00000426", "L00000426 ", "L0000042៦", "L0000000Z"]
)
def test_codes_of_another_form_are_no_slips(code: str) -> None:
    assert read_slip_code(code) is None


@pytest.mark.parametrize("number", [0, -1, 10_000_000])
def test_a_number_that_does_not_fit_has_no_code(number: int) -> None:
    with pytest.raises(ValueError, match="seven digits"):
        slip_code(number)
