"""A key of a keyboard or PIN pad: it answers when the finger comes down, not when it leaves."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, RoundedRectangle
from kivy.input import MotionEvent
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty

from appliance.language.fonts import pictogram
from ui import theme
from ui.text import KLabel

HOLD_S = 0.7
"""A key held this long means more than one letter."""


class KeyButton(KLabel):
    """A key with a text or a pictogram on it.

    Events: `on_press` when the finger comes down, `on_hold` when it stays for `HOLD_S`.
    """

    face = ColorProperty(theme.KEY)
    edge = ColorProperty("#D9CFBB")
    face_pressed = ColorProperty("#F2C879")
    corner = NumericProperty("8dp")
    pressed = BooleanProperty(False)
    __events__ = ("on_press", "on_hold")

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
        self.bind(face=self._paint, face_pressed=self._paint, edge=self._paint, pressed=self._paint)
        self._place()
        self._paint()

    def on_press(self) -> None:
        """Nothing by itself: an event."""

    def on_hold(self) -> None:
        """Nothing by itself: an event."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        if self.disabled or not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self.pressed = True
        self._hold()
        self.dispatch("on_press")
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._hold.cancel()
        self.pressed = False
        return True

    def _place(self, *_: object) -> None:
        depth = dp(2)
        self._edge.pos, self._edge.size = self.pos, (self.width, self.height - depth)
        self._face.pos, self._face.size = (self.x, self.y + depth), (self.width, self.height - depth)
        self._edge.radius = self._face.radius = [self.corner]

    def _paint(self, *_: object) -> None:
        self._edge_colour.rgba = self.edge
        self._face_colour.rgba = self.face_pressed if self.pressed else self.face
