"""What was taken out of one record, before it is checked and becomes an entry."""

from __future__ import annotations

from dataclasses import dataclass, field

from appliance.catalogue.entry import Cause, CopyEntry
from appliance.model import Shelf

Trouble = tuple[Cause, str]
"""A cause and its detail; the reader of the file adds the place."""


@dataclass(slots=True)
class Draft:
    """Raw texts of one record. `control` is its control number with the agency that gave it, if any."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    series: str = ""
    subjects: list[str] = field(default_factory=list)
    isbns: list[str] = field(default_factory=list)
    language: str = ""
    shelf: Shelf = Shelf.GENERAL
    year: int | None = None
    publisher: str = ""
    copies: list[CopyEntry] = field(default_factory=list)
    control: str = ""
    troubles: list[Trouble] = field(default_factory=list)
