"""Cards: only this library can make one, and a new one kills the old."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.people.cards import CardKind, CardScan, card_code, read_card

KEY = b"k" * 32
OTHER_KEY = b"o" * 32


@given(st.sampled_from(CardKind), st.integers(1, 999_999), st.integers(1, 99))
def test_a_card_reads_back_as_what_was_printed(kind: CardKind, number: int, issue: int) -> None:
    card = read_card(card_code(KEY, kind, number, issue))
    assert card is not None
    assert (card.kind, card.number) == (kind, number)
    assert card.is_genuine(KEY, issue)


@given(st.integers(1, 999_999), st.integers(1, 99))
def test_neither_another_library_nor_an_older_issue_opens_anything(number: int, issue: int) -> None:
    card = read_card(card_code(KEY, CardKind.READER, number, issue))
    assert card is not None
    assert not card.is_genuine(OTHER_KEY, issue)
    assert not card.is_genuine(KEY, issue + 1)


def test_a_readers_card_is_no_badge_by_changing_its_letter() -> None:
    code = card_code(KEY, CardKind.READER, 42, 1)
    forged = read_card("G" + code[1:])
    assert forged is not None
    assert not forged.is_genuine(KEY, 1)


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", min_size=6, max_size=6))
def test_a_guessed_tag_is_not_genuine(tag: str) -> None:
    card = CardScan(CardKind.READER, 42, tag)
    assert card.is_genuine(KEY, 1) == (card_code(KEY, CardKind.READER, 42, 1)[-6:] == tag)


@pytest.mark.parametrize(
    "code", ["", "R000042", "R000042ABCDE", "R000042abcdef", "X000042ABCDEF", "R0000422ABCDEF"]
)
def test_another_form_is_no_card(code: str) -> None:
    assert read_card(code) is None


@pytest.mark.parametrize("number", [0, -1, 1_000_000])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="six digits"):
        card_code(KEY, CardKind.READER, number, 1)


@given(key=st.binary(min_size=32, max_size=32), number=st.integers(1, 999_999), issue=st.integers(1, 99))
def test_the_tag_is_base32_of_the_keyed_hash(key: bytes, number: int, issue: int) -> None:
    digest = hashlib.blake2b(f"bce/R/v1/{number}/{issue}".encode(), key=key, digest_size=5).digest()
    code = card_code(key, CardKind.READER, number, issue)
    assert code == f"R{number:06d}{base64.b32encode(digest)[:6].decode()}"
