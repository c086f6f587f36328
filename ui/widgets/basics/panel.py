"""A rounded surface with a soft shadow, and the same as something to touch."""

from __future__ import annotations

from typing import Any

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty
from kivy.uix.boxlayout import BoxLayout

from ui import kv, theme
from ui.target import TargetButton

_PRESSED = 0.88


class Panel(BoxLayout):
    """Holds widgets on a rounded surface of `surface` colour; `raised` gives it a shadow."""

    surface = ColorProperty(theme.CARD)
    face = ColorProperty(theme.CARD)
    """The colour drawn now."""
    radius_dp = NumericProperty(theme.RADIUS)
    raised = BooleanProperty(True)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.fbind("surface", self._take_face)
        self._take_face()

    def _take_face(self, *_: object) -> None:
        self.face = self.surface


class Touchable(TargetButton, Panel):
    """A panel that is touched: darker while a finger is on it, grey when disabled."""

    surface_off = ColorProperty(theme.OFF)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in ("state", "disabled", "surface_off"):
            self.fbind(name, self._take_face)
        self._take_face()

    def _take_face(self, *_: object) -> None:
        colour = self.surface_off if self.disabled else self.surface
        shade = _PRESSED if self.state == "down" else 1.0
        self.face = [*(part * shade for part in colour[:3]), colour[3]]


kv.load(__file__)
