"""Card and badge codes: a letter, six digits, and six letters that only this library can make.

These are the tag (`keyed_tags`) of kind, number and issue, so a number cannot be made up and a newly issued
card kills the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from appliance.keyed_tags import LETTERS, is_same, letters

KEY_BYTES = 32
_FORM = re.compile(rf"([RG])([0-9]{{6}})({LETTERS})")


class CardKind(StrEnum):
    READER = "R"
    STAFF = "G"


@dataclass(frozen=True, slots=True)
class CardScan:
    """A code of the right form; whether it is genuine takes the number's current issue to know."""

    kind: CardKind
    number: int
    tag: str

    def is_genuine(self, key: bytes, issue: int) -> bool:
        return is_same(self.tag, letters(key, self.kind, self.number, issue))


def card_code(key: bytes, kind: CardKind, number: int, issue: int) -> str:
    """The code printed on a card or badge.

    Raises:
        ValueError: `number` does not fit in six digits.
    """
    if not 0 < number <= 999_999:
        raise ValueError("a card number has one to six digits")
    return f"{kind}{number:06d}{letters(key, kind, number, issue)}"


def read_card(code: str) -> CardScan | None:
    """The card that a scanned code says it is, or None when it has another form."""
    match = _FORM.fullmatch(code)
    return CardScan(CardKind(match[1]), int(match[2]), match[3]) if match else None
