"""The code on a loan slip: only this library can make it, and it is no card."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.keyed_tags import digits
from appliance.paper.codes import SlipScan, read_slip_code, slip_code
from appliance.people.cards import CardKind, read_card
from tests.flows.slip_codes import old_code

KEY = b"k" * 32
OTHER_KEY = b"o" * 32
numbers = st.integers(min_value=1, max_value=9_999_999)
characters = st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_a_code_is_seventeen_digits_that_begin_with_the_number() -> None:
    code = slip_code(KEY, 42)
    assert (code[:8], len(code), code.isdecimal()) == ("50000042", 17, True)


@given(numbers)
def test_a_code_gives_its_number_back_and_is_genuine_in_its_own_library_only(number: int) -> None:
    slip = read_slip_code(slip_code(KEY, number))
    assert slip is not None
    assert slip.request_id == number
    assert slip.is_genuine(KEY)
    assert not slip.is_genuine(OTHER_KEY)


@given(numbers, st.integers(min_value=0, max_value=16), characters)
def test_one_wrong_character_is_never_taken_for_another_slip(number: int, at: int, wrong: str) -> None:
    code = slip_code(KEY, number)
    spoilt = code[:at] + wrong + code[at + 1 :]
    slip = read_slip_code(spoilt)
    assert spoilt == code or slip is None or not slip.is_genuine(KEY)


@given(numbers)
def test_the_tag_of_a_card_or_of_another_slip_makes_no_slip(number: int) -> None:
    code = slip_code(KEY, number)
    of_cards = {digits(KEY, kind, *numbers) for kind in CardKind for numbers in ((number,), (number, 1))}
    assert code[-9:] not in of_cards | {digits(KEY, "slip", number + 1)}
    assert read_card(code) is None


@given(numbers)
def test_the_old_form_is_read_and_never_genuine(number: int) -> None:
    slip = read_slip_code(old_code(number))
    assert slip == SlipScan(number, None)
    assert not slip.is_genuine(KEY)


@given(numbers, st.integers(min_value=0, max_value=8), characters)
def test_one_wrong_character_is_no_other_slip_of_the_old_form(number: int, at: int, wrong: str) -> None:
    code = old_code(number)
    spoilt = code[:at] + wrong + code[at + 1 :]
    assert read_slip_code(spoilt) == (SlipScan(number, None) if spoilt == code else None)


@given(st.text(max_size=18) | st.from_regex(r"5[0-9]{15,17}", fullmatch=True))
def test_any_other_text_is_no_slip(text: str) -> None:
    slip = read_slip_code(text)
    assert slip is None or text == old_code(slip.request_id) or text == f"5{slip.request_id:07}{slip.tag}"


@pytest.mark.parametrize(
    "code",
    [
        "", "L", "R000042ABCDEF", "l00000426", "L00000426 ", "L0000042៦", "L0000000Z", "50000000123456789",
        "50000042123456789 ", "5000004212345678", "500000421234567890", "5000004212345678៩",
        "60000042123456789",
    ],
)  # fmt: skip
def test_codes_of_another_form_are_no_slips(code: str) -> None:
    assert read_slip_code(code) is None


@pytest.mark.parametrize("number", [0, -1, 10_000_000])
def test_a_number_that_does_not_fit_has_no_code(number: int) -> None:
    with pytest.raises(ValueError, match="seven digits"):
        slip_code(KEY, number)
