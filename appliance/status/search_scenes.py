"""What anybody sees who looks for a book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appliance.model import (
    Availability,
    Copy,
    Title,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: a title and what can be expected of its best copy."""

    title: Title
    availability: Availability


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
class CopyLine:
    """A copy of a title and where it is; `due_on` when it is on loan."""

    copy: Copy
    availability: Availability
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TitlePage:
    """One title. `scanned` is the copy in the reader's hand, when the page was reached by a scan."""

    title: Title
    copies: tuple[CopyLine, ...]
    scanned: Copy | None = None
    from_search: bool = False
