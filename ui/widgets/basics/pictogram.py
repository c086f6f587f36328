"""Pictures for people who cannot read, from the pictogram font."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import ColorProperty, NumericProperty, StringProperty
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.label import Label

from appliance.language.fonts import pictogram
from ui import kv, theme
from ui.text import keep_colour_when_disabled


class Pictogram(Label):
    """One pictogram by its name in `appliance.language.pictograms`; an empty name draws nothing."""

    name = StringProperty("")
    size_dp = NumericProperty(28)

    def __init__(self, **options: Any) -> None:
        options.setdefault("font_name", theme.PICTOGRAMS)
        options.setdefault("color", theme.INK)
        options.setdefault("size_hint", (None, None))
        super().__init__(**options)
        keep_colour_when_disabled(self)
        self.fbind("name", self._take_name)
        self.fbind("size_dp", self._take_size)
        self._take_name()
        self._take_size()

    def _take_name(self, *_: object) -> None:
        self.text = pictogram(self.name) if self.name else ""

    def _take_size(self, *_: object) -> None:
        self.font_size = dp(self.size_dp)
        if self.size_hint_x is None:
            self.width = dp(self.size_dp)
        if self.size_hint_y is None:
            self.height = dp(self.size_dp)


class Disc(AnchorLayout):
    """A pictogram on a round ground: `size_dp` is the ground's, the picture takes `fill` of it."""

    name = StringProperty("")
    size_dp = NumericProperty(64)
    fill = NumericProperty(0.58)
    ground = ColorProperty(theme.BORROW_TINT)
    ink = ColorProperty(theme.BORROW)


kv.load(__file__)
