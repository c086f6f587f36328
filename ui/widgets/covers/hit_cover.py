"""A search result: a cover to touch, and under it whether the book can be had."""

from __future__ import annotations

from kivy.metrics import dp
from kivy.properties import ObjectProperty
from kivy.uix.widget import Widget

from appliance.language.fonts import pictogram
from appliance.language.words import Translate
from appliance.model import Hit
from ui import theme
from ui.target import TargetButton
from ui.text import KhmerLabel
from ui.widgets.basics.availability import AVAILABILITY_LOOKS
from ui.widgets.covers.cover import Cover

MARK_HEIGHT_DP = 26
_WIDEST = 0.86
"""Width to height of a cover at most; books are upright."""


class HitCover(TargetButton, Widget):
    """Event: `on_release`, when it is touched."""

    hit: Hit | None = ObjectProperty(None, allownone=True)

    def __init__(self, **kwargs: object) -> None:
        self.cover = Cover()
        self._picture = KhmerLabel(
            font_name=theme.PICTOGRAMS, font_size=dp(18), halign="center", valign="middle"
        )
        self._words = KhmerLabel(font_name=theme.STRONG, font_size=dp(12.5), valign="middle", lines_max=1)
        super().__init__(**kwargs)
        for child in (self.cover, self._picture, self._words):
            self.add_widget(child)
        self.bind(pos=self._place, size=self._place)
        self._words.bind(natural_width=self._spare_words, width=self._spare_words)

    def show(self, hit: Hit, words: Translate) -> None:
        """Show `hit`; what is shown already is left alone."""
        look = AVAILABILITY_LOOKS[hit.availability]
        self.hit = hit
        self.means = hit.title.id
        self.cover.title = hit.title
        self._picture.text = pictogram(look.picture)
        self._words.text = words(look.words)
        self._picture.color = self._words.color = look.colour

    def _spare_words(self, *_: object) -> None:
        # Under a narrow cover the picture says it alone: half a word says less.
        self._words.opacity = 1 if self._words.natural_width <= self._words.width else 0

    def _place(self, *_: object) -> None:
        mark = dp(MARK_HEIGHT_DP)
        high = max(dp(1), self.height - mark)
        wide = min(self.width, high * _WIDEST)
        left = self.x + (self.width - wide) / 2
        self.cover.size, self.cover.pos = (wide, high), (left, self.y + mark)
        self._picture.size = (dp(22), mark)
        self._picture.pos = (left, self.y)
        room = self.right - left - dp(25)
        self._words.size = (room, mark)
        self._words.pos = (left + dp(25), self.y)
