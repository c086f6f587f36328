"""One soft shadow, made once, stretched around every panel as a nine-patch without its middle.

Kivy's BoxShadow runs a shader per widget: eighty of them cost 300 ms at the first frame with software GL.
What lies under a panel is left out: every pixel drawn costs time there.
"""

from __future__ import annotations

import math
from functools import cache

from kivy.graphics.texture import Texture
from kivy.metrics import dp

BLUR_DP = 14
CORNER_DP = 20
_UNDER_DP = 2
"""How far the shadow's straight edges reach under the panel, whose own edge is smoothed."""
INDICES = [4 * quad + corner for quad in range(8) for corner in (0, 1, 2, 2, 3, 0)]
"""Of the triangles: four corners and four edges."""

Stop = tuple[float, float]


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


def around(panel: tuple[float, float, float, float]) -> list[float]:
    """The vertices of `INDICES` for a panel (x, y, width, height in pixels): x, y, u, v of each corner."""
    x, y, width, height = panel
    blur_px, border_px = dp(BLUR_DP), round(dp(BLUR_DP)) + round(dp(CORNER_DP))
    across = _stops(x - blur_px * 0.7, x + width + blur_px * 0.7, (x, x + width), border_px)
    up = _stops(y - blur_px, y + height + blur_px / 2, (y, y + height), border_px)
    (west, left, in_left, in_right, right, east) = across
    (south, bottom, in_bottom, in_top, top, north) = up
    corners = [
        (a, b, c, d) for a, c in ((west, left), (right, east)) for b, d in ((south, bottom), (top, north))
    ]
    edges = [
        (west, bottom, in_left, top),
        (in_right, bottom, east, top),
        (left, south, right, in_bottom),
        (left, in_top, right, north),
    ]
    return [part for quad in (*corners, *edges) for part in _quad(*quad)]


def _stops(start: float, end: float, panel: tuple[float, float], border_px: int) -> list[Stop]:
    """(position, texture coordinate) from one side to the other; the inner two are just inside the panel."""
    side_px = 2 * border_px + 2
    inside_px = dp(_UNDER_DP)
    near, far = panel[0] + inside_px, panel[1] - inside_px
    return [
        (start, 0.0),
        (start + border_px, border_px / side_px),
        (near, (near - start) / side_px),
        (far, 1 - (end - far) / side_px),
        (end - border_px, 1 - border_px / side_px),
        (end, 1.0),
    ]


def _quad(left: Stop, bottom: Stop, right: Stop, top: Stop) -> list[float]:
    if right[0] <= left[0] or top[0] <= bottom[0]:
        # A panel smaller than its corners has no edges: no area, but as many vertices.
        return [0.0] * 16
    pairs = (left, bottom), (right, bottom), (right, top), (left, top)
    return [part for (x, u), (y, v) in pairs for part in (x, y, u, v)]
