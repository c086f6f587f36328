"""One page of a list that is longer than the screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Page `number` (from 0) of `pages`, with at most `most` of the list, from place `first` on."""

    number: int
    pages: int
    most: int

    @property
    def first(self) -> int:
        return self.number * self.most

    @property
    def here(self) -> slice:
        """What of the whole list stands on it."""
        return slice(self.first, self.first + self.most)


def page_of(wanted: int, length: int, most: int) -> Page:
    """The page asked for, or the nearest that there is: a list may have become shorter meanwhile.

    There is always one page, if an empty one. `most` is at least 1.
    """
    pages = max(1, -(-length // most))
    return Page(min(max(wanted, 0), pages - 1), pages, most)
