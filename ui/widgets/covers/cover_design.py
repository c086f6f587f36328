"""How a book without a picture looks: its shelf's colour, and a motif of its own, the same every time."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from appliance.model import Title
from ui.theme import SHELVES, Colour

_HUE_SHIFTS = (0.0, 0.018, -0.018)
_DARKER = 0.76
_LIGHTER = 1.22


class Motif(StrEnum):
    """A flat ornament; the title above it always stands on plain colour."""

    HORIZON = "horizon"
    SUN = "sun"
    HILL = "hill"
    KRAMA = "krama"
    """The squares of the Khmer scarf."""
    FRAME = "frame"
    STRIPES = "stripes"


@dataclass(frozen=True, slots=True)
class CoverDesign:
    """The three colours and the motif of a drawn cover; text is white, on `plain` or on `shade`."""

    plain: Colour
    shade: Colour
    tint: Colour
    motif: Motif


def design_of(title: Title) -> CoverDesign:
    """The look of `title`, out of its shelf and its words, so that shelf-mates differ."""
    seed = crc32(title.title.encode())
    plain = _varied(SHELVES[title.shelf], _HUE_SHIFTS[seed // 7 % len(_HUE_SHIFTS)], 1.0)
    motifs = tuple(Motif)
    return CoverDesign(
        plain=plain,
        shade=_varied(plain, 0.0, _DARKER),
        tint=_varied(plain, 0.0, _LIGHTER),
        motif=motifs[seed % len(motifs)],
    )


def _varied(colour: Colour, hue_shift: float, lightness: float) -> Colour:
    hue, light, saturation = rgb_to_hls(*colour[:3])
    red, green, blue = hls_to_rgb((hue + hue_shift) % 1.0, min(1.0, light * lightness), saturation)
    return red, green, blue, 1.0
