"""Which row stands in which place, so that none slides under a finger. No Kivy in here."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

PAUSE_S = 3.0
"""So long the place of a row that is gone stays empty: who has just taken one out looks for the next."""

K = TypeVar("K", bound=Hashable)


class KeptRows(Generic[K]):
    """Rows are told apart by their keys. None in `places` is a place that was left empty."""

    def __init__(self) -> None:
        self.places: list[K | None] = []

    @property
    def has_gaps(self) -> bool:
        return None in self.places

    def take(self, keys: Sequence[K], most: int | None = None) -> None:
        """`keys` are the rows there are now, in order.

        Those that were there stay where they are, new ones come after them, and where there are already
        `most` places they wait. When none of the old ones is left there is nothing to keep.
        """
        old = self.places
        kept = [key if key in keys else None for key in old]
        if all(key is None for key in kept):
            self.places = list(keys)
            return
        new = [key for key in keys if key not in old]
        self.places = kept + (new if most is None else new[: max(0, most - len(kept))])

    def close_up(self, keys: Sequence[K]) -> None:
        """After a pause: new rows take the empty places; only what is empty then is closed."""
        new = [key for key in keys if key not in self.places]
        filled = [new.pop(0) if key is None and new else key for key in self.places]
        self.places = [*(key for key in filled if key is not None), *new]

    def begin(self, keys: Sequence[K]) -> None:
        """Another list altogether."""
        self.places = list(keys)
