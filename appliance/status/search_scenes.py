"""What anybody sees who looks for a book."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.model import (
    Copy,
    CopyLine,
    Hit,
    Title,
)

__all__ = [
    "SearchScene",
    "Searching",
    "TitlePage",
]


@dataclass(frozen=True, slots=True)
class Searching:
    """Results as typed, a page at a time. `guessed` says a forgiving pass found them."""

    text: str
    hits: tuple[Hit, ...]
    page: int
    pages: int
    found: int
    more: bool = False
    """There are more than `found`."""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class TitlePage:
    """One title. `scanned` is the copy in the reader's hand, when the page was reached by a scan."""

    title: Title
    copies: tuple[CopyLine, ...]
    scanned: Copy | None = None
    may_borrow: bool = False
    """The scanned copy is here, to be lent to whoever shows a card."""


SearchScene = Searching | TitlePage
"""Scenes of anybody who looks for a book."""
