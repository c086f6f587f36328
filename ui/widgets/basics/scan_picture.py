"""What to do, drawn: a scanner, its red light, and under it a card or a book; or that it is unplugged."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, Quad, SmoothEllipse, SmoothRoundedRectangle
from kivy.metrics import dp
from kivy.properties import BooleanProperty, OptionProperty
from kivy.uix.widget import Widget

from ui import theme
from ui.theme import Colour
from ui.widgets.basics.pictogram import Pictogram

_SIDE = 200
"""The drawing's own units: it is as wide as high and scaled to the widget."""
_LIGHT = theme.colour("#E0392B", 0.16)
_RED = theme.colour("#E0392B")
_BARS = (5, 2, 3, 6, 2, 2, 4, 3, 6, 2, 3, 5)


class ScanPicture(Widget):
    """`thing` lies under the scanner. One that is not `plugged` is dark, with nothing under it."""

    thing = OptionProperty("card", options=["card", "book"])
    plugged = BooleanProperty(True)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._unplugged = Pictogram(name="scanner_lost", color=theme.WARNING)
        redraw = Clock.create_trigger(self._draw, -1)
        self.bind(pos=redraw, size=redraw, thing=redraw, plugged=redraw)

    def _draw(self, *_: object) -> None:
        self.clear_widgets()
        self.canvas.clear()
        if not self.plugged:
            self._draw_unplugged()
            return
        with self.canvas:
            self._draw_light()
            self._draw_scanner(theme.INK, _RED, theme.colour("#58C27D"))
            if self.thing == "card":
                self._draw_card()
            else:
                self._draw_book()
            self._box(34, 44, 132, 2.6, 1, _RED)

    def _draw_unplugged(self) -> None:
        with self.canvas:
            self._draw_scanner(theme.OFF_INK, theme.OFF, theme.OFF)
            self._disc(100, 68, 66, theme.CARD)
        self._unplugged.size_dp = 92 * self._scale / dp(1)
        self._unplugged.center = self._at(100, 68)
        self.add_widget(self._unplugged)

    def _draw_light(self) -> None:
        Color(*_LIGHT)
        Quad(points=[*self._at(72, 160), *self._at(128, 160), *self._at(158, 46), *self._at(42, 46)])

    def _draw_scanner(self, body: Colour, window: Colour, lamp: Colour) -> None:
        self._box(46, 158, 108, 38, 13, body)
        self._box(62, 158, 76, 7, 3, window)
        self._disc(139, 180, 5, lamp)

    def _draw_card(self) -> None:
        self._box(22, 4, 156, 96, 12, theme.LINE)
        self._box(24, 6, 152, 92, 11, theme.CARD)
        self._box(24, 80, 152, 18, 10, theme.BORROW)
        self._box(24, 80, 152, 8, 0.1, theme.BORROW)
        self._disc(52, 56, 15, theme.SEARCH_TINT)
        self._disc(52, 60, 6, theme.SEARCH)
        self._box(42, 45, 20, 9, 4.5, theme.SEARCH)
        self._box(78, 62, 84, 6, 3, theme.MUTED)
        self._bars(78, 14, 84, 40)

    def _draw_book(self) -> None:
        self._box(38, 2, 124, 110, 8, theme.BORROW)
        self._box(38, 2, 12, 110, 5, theme.FOCUS)
        self._box(60, 84, 90, 9, 4, theme.colour("#FFFFFF", 0.75))
        self._box(60, 70, 56, 6, 3, theme.colour("#FFFFFF", 0.5))
        self._box(60, 16, 90, 46, 5, theme.CARD)
        self._bars(66, 21, 78, 36)

    def _bars(self, x: float, y: float, width: float, height: float) -> None:
        step = width / sum(_BARS)
        for index, bar in enumerate(_BARS):
            if index % 2 == 0:
                self._box(x + step * sum(_BARS[:index]), y, bar * step, height, 0.1, theme.INK)

    def _box(self, x: float, y: float, width: float, height: float, radius: float, colour: Colour) -> None:
        scale = self._scale
        Color(*colour)
        SmoothRoundedRectangle(
            pos=self._at(x, y), size=(width * scale, height * scale), radius=[max(radius * scale, 0.1)]
        )

    def _disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        Color(*colour)
        side_px = 2 * radius * self._scale
        SmoothEllipse(pos=self._at(x - radius, y - radius), size=(side_px, side_px))

    @property
    def _scale(self) -> float:
        return float(min(self.size) / _SIDE)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """From the drawing's units, whose origin is below left, to the window's pixels."""
        half, scale = _SIDE / 2, self._scale
        return self.center_x + (x - half) * scale, self.center_y + (y - half) * scale
