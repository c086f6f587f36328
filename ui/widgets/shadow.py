"""One soft shadow, drawn once, stretched under every panel as a nine-patch.

Kivy's BoxShadow runs a shader per widget: eighty of them cost 300 ms at the first frame with software GL.
"""

from __future__ import annotations

import math
from functools import cache

from kivy.graphics.texture import Texture
from kivy.metrics import dp

BLUR_DP = 14
CORNER_DP = 20


@cache
def shadow_texture() -> Texture:
    """A white rounded square whose alpha fades outwards over `BLUR_DP`; tinted by the Color before it."""
    blur_px, corner_px = round(dp(BLUR_DP)), round(dp(CORNER_DP))
    half_px = blur_px + corner_px + 1
    # A quarter is worked out and mirrored twice: all of it cost the first frame 30 ms.
    top = [_half_row(half_px - row - 0.5, half_px, blur_px, corner_px) for row in range(half_px)]
    rows = [row + row[::-1] for row in top]
    texture = Texture.create(size=(2 * half_px, 2 * half_px), colorfmt="rgba")
    pixels = b"".join(b"\xff\xff\xff%c" % alpha for row in (*rows, *rows[::-1]) for alpha in row)
    texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
    return texture


def _half_row(from_middle: float, half_px: int, blur_px: int, corner_px: int) -> bytes:
    """The alphas from the left edge to the middle, `from_middle` pixels above it."""
    down = max(from_middle - 1, 0)
    across = (max(half_px - column - 1.5, 0) for column in range(half_px))
    return bytes(_alpha((math.hypot(x, down) - corner_px) / blur_px) for x in across)


def _alpha(outside: float) -> int:
    """From full inside to nothing at 1, steep at first like light behind an edge."""
    fade = min(max(1 - outside, 0.0), 1.0)
    return round(255 * fade**3)


def patch_border() -> tuple[int, int, int, int]:
    """The nine-patch's border in pixels: bottom, right, top, left."""
    border_px = round(dp(BLUR_DP)) + round(dp(CORNER_DP))
    return border_px, border_px, border_px, border_px
