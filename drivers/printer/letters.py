"""The letters and pictures that slips are drawn with, and what of a text may be drawn."""

from __future__ import annotations

import unicodedata
from functools import cache

from PIL import ImageFont, features

from appliance.language.fonts import Weight, pictogram_font, text_font

LINE_BOX = 1.7
"""Height of a row in ems. Over 2,700 Khmer texts, Noto Sans Khmer's ink reached from 1.10 em above the
baseline (a doubled sign) to 0.58 em below it; small sizes need a dot more for rounding."""
LETTER_DROP = 1.1
"""From the top of a row to its baseline, in ems."""

_SEPARATORS = frozenset("\u2028\u2029")
_KEPT_INVISIBLE = frozenset("\n\u200b\u200c\u200d")


class ShaperMissing(Exception):
    """Pillow finds no raqm: Khmer would come out with its vowels in the wrong places.

    Its wheels bring raqm along but not FriBiDi, which they load when the program runs (Debian's libfribidi0).
    """


@cache
def letters(size_dots: int, weight: Weight) -> ImageFont.FreeTypeFont:
    """The text font, shaped by HarfBuzz. Raises FontsMissing, ShaperMissing."""
    if not features.check("raqm"):
        raise ShaperMissing("Pillow has no raqm: is libfribidi0 installed?")
    return ImageFont.truetype(text_font(weight), size_dots, layout_engine=ImageFont.Layout.RAQM)


@cache
def pictures(size_dots: int) -> ImageFont.FreeTypeFont:
    """The pictogram font. Raises FontsMissing."""
    return ImageFont.truetype(pictogram_font(), size_dots)


def printable(text: str) -> str:
    """`text` without control characters and without invisible ones that turn the writing direction round.

    Unicode's own separators of lines and paragraphs become spaces: raqm breaks on the latter.
    """
    kept = (letter for letter in text if letter in _KEPT_INVISIBLE or not _is_control(letter))
    return "".join(" " if letter in _SEPARATORS else letter for letter in kept)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co")
