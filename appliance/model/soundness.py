"""What a look through the whole library came to: numbers and parts, no name and no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """By these names they stand in the library's file and in the journal."""

    TABLES = "tables"
    INDEXES = "indexes"
    """Also what the search finds by."""
    REFERENCES = "references"
    """Rows that belong to others which are not there."""
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Soundness:
    """`rows` of the journal were followed from the first on.

    `damage` holds the parts that are not sound: of the journal the row at which it does not hold, of the
    others how many faults were found, at least.
    """

    rows: int
    damage: Mapping[Part, int] = field(default_factory=dict)

    def as_mark(self) -> str:
        """The damage as it is kept in a job's record; "" for a sound library."""
        return " ".join(f"{part}={number}" for part, number in self.damage.items())


def damage_in(mark: str) -> dict[Part, int]:
    """What `as_mark` kept."""
    found = dict(one.split("=") for one in mark.split())
    return {Part(part): int(number) for part, number in found.items()}
