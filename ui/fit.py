"""How large everything is drawn, for a screen of any size. No Kivy in here."""

from __future__ import annotations

from ui import theme

DOCK_WIDTH_DP = 250

WIDEST, NARROWEST = 2.0, 4 / 3
"""Width ÷ height of a screen, at most and at least."""

Size = tuple[int, int]
"""Width and height, in pixels."""


def density_of(size: Size, *, with_dock: bool = False) -> float:
    """Pixels of a dp: the largest at which a whole screen fits, so that targets are as large as they can be.

    What is left over on one side belongs to the screen too: it is then wider or higher than its least size.
    """
    width_px, height_px = size
    width_dp = theme.WIDTH + (DOCK_WIDTH_DP if with_dock else 0)
    return min(width_px / width_dp, height_px / theme.HEIGHT)


def stage_in(window: Size, *, with_dock: bool = False) -> tuple[Size, Size]:
    """Where the kiosk stands in a window: left and bottom, width and height, in pixels.

    A screen fills what is there, from 4:3 to 2:1. Stretched further it falls apart (one huge cover, rows far
    from their buttons): glass that stands upright shows a screen of 4:3, as wide as it is, in its middle.
    """
    density = density_of(window, with_dock=with_dock)
    free_px = window[0] - (round(DOCK_WIDTH_DP * density) if with_dock else 0)
    width_px = min(free_px, round(window[1] * WIDEST))
    height_px = min(window[1], round(free_px / NARROWEST))
    return ((free_px - width_px) // 2, (window[1] - height_px) // 2), (width_px, height_px)


def with_dock_beside(stage: Size) -> Size:
    """The window that holds a kiosk of this size and the dock."""
    width_px, height_px = stage
    return width_px + round(DOCK_WIDTH_DP * density_of(stage)), height_px


def shrunk_into(size: Size, room: Size) -> Size:
    """`size`, made smaller in its own shape until it fits into `room`; never larger."""
    factor = min(1.0, room[0] / size[0], room[1] / size[1])
    return int(size[0] * factor), int(size[1] * factor)
