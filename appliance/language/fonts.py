"""Where the built fonts lie, and which character draws a pictogram.

`provisioning/assets.py` makes the fonts out of packages; they are never in the repository.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from pathlib import Path

from appliance.language.pictograms import PICTOGRAMS
from appliance.model import Shelf

FONTS = Path(__file__).parent / "fonts"


class Weight(StrEnum):
    """The weights of the text font, by the name in their file."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class FontsMissing(Exception):
    """The fonts were not made yet, or before a pictogram was added."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is missing: run `make assets`")


def text_font(weight: Weight = Weight.REGULAR) -> Path:
    """The font that has Khmer, English and French in one file. Raises FontsMissing."""
    return _built(f"NotoSansKhmer-{weight}.ttf")


def pictogram_font() -> Path:
    """The font of `PICTOGRAMS` and nothing else. Raises FontsMissing."""
    return _built("Pictograms.ttf")


def pictogram(name: str) -> str:
    """The character that draws `name` in the pictogram font. Raises KeyError for a name nobody gave."""
    if name not in PICTOGRAMS:
        raise KeyError(f"no pictogram is called {name!r}")
    characters = _characters()
    if name not in characters:
        raise FontsMissing(f"the pictogram {name!r}")
    return characters[name]


def shelf_pictogram(shelf: Shelf) -> str:
    """The name of a shelf's pictogram: the shelf's own, but `language` is the button that changes it."""
    return "language_shelf" if shelf is Shelf.LANGUAGE else str(shelf)


@cache
def _characters() -> dict[str, str]:
    characters: dict[str, str] = json.loads(_built("pictograms.json").read_text(encoding="utf-8"))
    return characters


def _built(name: str) -> Path:
    path = FONTS / name
    if not path.is_file():
        raise FontsMissing(name)
    return path
