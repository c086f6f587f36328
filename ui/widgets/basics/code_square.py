"""A code to be scanned or photographed from the screen: a QR square (ISO/IEC 18004) with its quiet zone."""

from __future__ import annotations

from typing import Any

import segno
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

_QUIET_ZONE_MODULES = 4
_ERROR_LEVEL = "m"
"""A screen has no creases: 15 % of the square may be lost in glare."""


class CodeSquare(Widget):
    """Draws `text` as large as fits, each module a whole number of pixels; nothing while it is empty."""

    text = StringProperty("")

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._modules = 0
        with self.canvas:
            self._paint = Color(1, 1, 1, 0)
            self._square = Rectangle()
        self.fbind("text", self._draw)
        self.fbind("pos", self._place)
        self.fbind("size", self._place)
        self._draw()

    def _draw(self, *_: object) -> None:
        self._paint.a = 1 if self.text else 0
        if self.text:
            self._square.texture, self._modules = _texture(self.text)
            self._place()

    def _place(self, *_: object) -> None:
        if self._modules:
            side_px = max(1, int(min(self.size)) // self._modules) * self._modules
            self._square.size = (side_px, side_px)
            # Whole pixels, or the card blurs the edges of every module.
            self._square.pos = (int(self.center_x - side_px / 2), int(self.center_y - side_px / 2))


def _texture(text: str) -> tuple[Texture, int]:
    """One pixel a module, and how many of them a side has."""
    square = segno.make_qr(text, error=_ERROR_LEVEL, boost_error=True)
    rows = [
        bytes(0 if dark else 255 for dark in row) for row in square.matrix_iter(border=_QUIET_ZONE_MODULES)
    ]
    modules = len(rows)
    texture = Texture.create(size=(modules, modules), colorfmt="luminance")
    texture.mag_filter = texture.min_filter = "nearest"
    texture.blit_buffer(b"".join(rows), colorfmt="luminance", bufferfmt="ubyte")
    texture.flip_vertical()
    return texture, modules
