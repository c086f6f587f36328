"""A key of a keyboard or PIN pad: it answers when the finger comes down, not when it leaves."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, RoundedRectangle
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty

from appliance.language.fonts import pictogram
from ui import theme
from ui.seen import LETTER_MOMENT_S
from ui.target import TargetButton
from ui.text import KhmerLabel

HOLD_S = 0.7
"""A key held this long means more than one letter."""


class KeyButton(TargetButton, KhmerLabel):
    """A key with a text or a pictogram on it.

    Events: `on_press` when the finger comes down, `on_hold` when it stays for `HOLD_S`.
    """

    face = ColorProperty(theme.KEY)
    edge = ColorProperty(theme.KEY_EDGE)
    face_pressed = ColorProperty(theme.KEY_PRESSED)
    corner = NumericProperty("8dp")
    repeats = BooleanProperty(True)
    moment_s = NumericProperty(LETTER_MOMENT_S)
    __events__ = ("on_hold",)

    def __init__(self, picture: str = "", **kwargs: Any) -> None:
        if picture:
            kwargs.update(text=pictogram(picture), font_name=theme.PICTOGRAMS)
        kwargs.setdefault("halign", "center")
        kwargs.setdefault("valign", "middle")
        super().__init__(**kwargs)
        with self.canvas.before:
            self._edge_colour = Color(*self.edge)
            self._edge = RoundedRectangle(segments=5)
            self._face_colour = Color(*self.face)
            self._face = RoundedRectangle(segments=5)
        self._hold = Clock.create_trigger(lambda *_: self.dispatch("on_hold"), HOLD_S)
        self.bind(pos=self._place, size=self._place, corner=self._place)
        self.bind(face=self._paint, face_pressed=self._paint, edge=self._paint, state=self._take_state)
        self._place()
        self._paint()

    def on_hold(self) -> None:
        """Nothing by itself: an event."""

    def _take_state(self, *_: object) -> None:
        if self.state == "down":
            self._hold()
        else:
            self._hold.cancel()
        self._paint()

    def _place(self, *_: object) -> None:
        depth = dp(2)
        # The edge only shows below the face; under the face it would be drawn for nothing.
        edge_height = min(self.height - depth, 2 * self.corner + depth)
        self._edge.pos, self._edge.size = self.pos, (self.width, edge_height)
        self._face.pos, self._face.size = (self.x, self.y + depth), (self.width, self.height - depth)
        self._edge.radius = self._face.radius = [self.corner]

    def _paint(self, *_: object) -> None:
        self._edge_colour.rgba = self.edge
        self._face_colour.rgba = self.face_pressed if self.state == "down" else self.face
