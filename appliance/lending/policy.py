"""The policy matrix: reader category by kind of copy. No rule means no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from appliance.model import CopyKind, ReaderCategory, Rule

Matrix = Mapping[tuple[ReaderCategory, CopyKind], Rule]


@dataclass(frozen=True, slots=True)
class Policy:
    """The matrix of one site."""

    matrix: Matrix

    def rule(self, category: ReaderCategory, kind: CopyKind) -> Rule | None:
        return self.matrix.get((category, kind))

    def most_copies(self, category: ReaderCategory) -> int:
        """The most copies a reader of this category may ever hold: what "3 of 5" counts to."""
        limits = [rule.limit for (of, _), rule in self.matrix.items() if of is category]
        return max(limits, default=0)


def first_matrix() -> dict[tuple[ReaderCategory, CopyKind], Rule]:
    """What a new library starts with; a reference copy has no rule for anybody, so it stays in the room."""
    adult, young, learner, staff = ReaderCategory
    book, picture_book, textbook, _reference = CopyKind
    return {
        (adult, book): Rule(14, 3, 1, True),
        (adult, picture_book): Rule(7, 3, 1, True),
        (adult, textbook): Rule(14, 3, 1, True),
        (young, book): Rule(14, 3, 1, True),
        (young, picture_book): Rule(14, 3, 2, True),
        (young, textbook): Rule(30, 3, 2, True),
        (learner, book): Rule(14, 5, 2, True),
        (learner, picture_book): Rule(14, 5, 2, True),
        (learner, textbook): Rule(90, 5, 2, True),
        (staff, book): Rule(30, 5, 2, False),
        (staff, picture_book): Rule(30, 5, 2, False),
        (staff, textbook): Rule(30, 5, 2, False),
    }


FIRST_MATRIX: Matrix = MappingProxyType(first_matrix())
