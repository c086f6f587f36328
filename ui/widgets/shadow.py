"""One soft shadow, drawn once, stretched under every panel as a nine-patch.

Kivy's BoxShadow runs a shader per widget: eighty of them cost 300 ms at the first frame with software GL.
"""

from __future__ import annotations

from functools import cache

from kivy.graphics.texture import Texture
from kivy.metrics import dp

BLUR_DP = 14
CORNER_DP = 20


@cache
def shadow_texture() -> Texture:
    """A white rounded square whose alpha fades outwards over `BLUR_DP`; tinted by the Color before it."""
    blur_px, corner_px = round(dp(BLUR_DP)), round(dp(CORNER_DP))
    side_px = 2 * (blur_px + corner_px) + 2
    middle, straight = (side_px - 1) / 2, side_px / 2 - blur_px - corner_px
    pixels = bytearray()
    for row in range(side_px):
        for column in range(side_px):
            across = max(abs(column - middle) - straight, 0)
            down = max(abs(row - middle) - straight, 0)
            outside_px = (across * across + down * down) ** 0.5 - corner_px
            pixels += bytes((255, 255, 255, _alpha(outside_px / blur_px)))
    texture = Texture.create(size=(side_px, side_px), colorfmt="rgba")
    texture.blit_buffer(bytes(pixels), colorfmt="rgba", bufferfmt="ubyte")
    return texture


def _alpha(outside: float) -> int:
    """From full inside to nothing at 1, steep at first like light behind an edge."""
    fade = min(max(1 - outside, 0.0), 1.0)
    return round(255 * fade**3)


def patch_border() -> tuple[int, int, int, int]:
    """The nine-patch's border in pixels: bottom, right, top, left."""
    border_px = round(dp(BLUR_DP)) + round(dp(CORNER_DP))
    return border_px, border_px, border_px, border_px
