"""How many books one may have, as a row of books: had already, in the basket, and still free."""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty
from kivy.uix.anchorlayout import AnchorLayout

from ui import kv, theme
from ui.widgets.basics.pictogram import Pictogram

_DRAWN_MOST = 12


class Places(AnchorLayout):
    """A book for each place; grey ones are free, dark ones at home, coloured ones in the basket."""

    size_dp = NumericProperty(30)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._shown = (-1, -1, -1)

    def show(self, had: int, chosen: int, limit: int) -> None:
        """Draw `limit` books (twelve at most: a higher limit is told by its number only)."""
        if (had, chosen, limit) == self._shown:
            return
        self._shown = (had, chosen, limit)
        grid = self.ids.grid
        grid.clear_widgets()
        grid.cols = min(6, max(1, limit))
        for place in range(min(limit, _DRAWN_MOST)):
            colour = theme.MUTED if place < had else theme.BORROW if place < had + chosen else theme.FREE
            grid.add_widget(Pictogram(name="book", size_dp=self.size_dp, color=colour))


kv.load(__file__)
