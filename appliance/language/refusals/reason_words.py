"""What is said of one reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """`pictogram` is why; `way_on` is the picture of what to do, told in `advice`."""

    pictogram: str
    says: str
    way_on: str
    advice: str
    spoken: str
    says_more: str | None
    """Said instead of `says` where the objection has a {day}, a {limit} or {seconds}; else None."""
