"""The policy matrix: reader category by kind of copy. No rule means no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from appliance.model import CopyKind, ReaderCategory, Returns, Rule

Matrix = Mapping[tuple[ReaderCategory, CopyKind], Rule]


@dataclass(frozen=True, slots=True)
class Policy:
    """The matrix of one site, and what it has decided for all readers and kinds alike."""

    matrix: Matrix
    returns: Returns = Returns.TRUSTED
    renew_days_before: int = 7
    """A loan may be renewed from so many days before it is due on; never in the first half of its days."""
    ask_again_days: int = 2
    """So many days after a request came to nothing its reader asks for none of its titles."""
    rest_days: int = 1
    """So many days a returned copy is there for others: the same reader who takes it again has renewed it."""

    def rule(self, category: ReaderCategory, kind: CopyKind) -> Rule | None:
        return self.matrix.get((category, kind))

    def most_copies(self, category: ReaderCategory) -> int:
        """The most copies a reader of this category may ever hold: what "3 of 5" counts to."""
        limits = [rule.limit for (of, _), rule in self.matrix.items() if of is category]
        return max(limits, default=0)


SITE_RULES: Mapping[str, type[Returns] | type[int]] = MappingProxyType(
    {"returns": Returns, "renew_days_before": int, "rest_days": int, "ask_again_days": int}
)
"""The fields of a `Policy` that a site sets by name, and what each is."""
_MOST_DAYS = 365


def site_rule(name: str, text: str) -> Returns | int:
    """What `text` says for the rule called `name`.

    Raises:
        ValueError: there is no such rule, or it cannot be that; in words for whoever typed it.
    """
    if name not in SITE_RULES:
        raise ValueError(f"There is no rule {name}; the rules are {', '.join(SITE_RULES)}.")
    if SITE_RULES[name] is Returns:
        if text not in set(Returns):
            raise ValueError(f"{name} is one of {', '.join(Returns)}.")
        return Returns(text)
    if not text.isdecimal() or int(text) > _MOST_DAYS:
        raise ValueError(f"{name} is a number of days from 0 to {_MOST_DAYS}.")
    return int(text)


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
