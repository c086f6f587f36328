"""Search results as rows of covers, in the same few widgets however often they change."""

from __future__ import annotations

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.widget import Widget

from appliance.language.words import Translate
from appliance.model import Hit, TitleId
from ui.keyboard.keys import KeyButton
from ui.seen import MOMENT_S
from ui.widgets.covers.hit_cover import MARK_HEIGHT_DP, HitCover

GAP_DP = 14
_SHAPE = 0.76
"""Width to height that a cover in a row should at least have."""


class Results(Widget):
    """One row while the keyboard is up, else as many as `rows`.

    When one row is not enough, its last place is a tile that leads to all of them.
    Events: `on_open(title_id)`, `on_see_all`.
    """

    single_row: bool = BooleanProperty(True)
    columns: int = NumericProperty(5)
    rows: int = NumericProperty(2)
    __events__ = ("on_open", "on_see_all")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._pool: list[HitCover] = []
        self._see_all = see_all_tile()
        self._see_all.bind(on_press=lambda *_: self.dispatch("on_see_all"))
        self._hits: tuple[Hit, ...] = ()
        self._found = 0
        self._words: Translate = str
        self._refresh = Clock.create_trigger(self._arrange, -1)
        self.bind(pos=self._refresh, size=self._refresh, single_row=self._refresh, columns=self._refresh)

    def show(self, hits: tuple[Hit, ...], found: int, words: Translate) -> None:
        """Show `hits`, the page at hand of `found` results."""
        self._hits, self._found, self._words = hits, found, words
        self._refresh()

    def on_open(self, title_id: TitleId) -> None:
        """Nothing by itself: an event."""

    def on_see_all(self) -> None:
        """Nothing by itself: an event."""

    @property
    def shown(self) -> list[HitCover]:
        """The covers on the screen, first to last."""
        return [tile for tile in self._pool if tile.parent is not None]

    def _arrange(self, *_: object) -> None:
        gap = dp(GAP_DP)
        rows = 1 if self.single_row else self.rows
        high = (self.height - gap * (rows - 1)) / rows
        columns = self._columns_for(high) if self.single_row else self.columns
        wide = (self.width - gap * (columns - 1)) / columns
        places = [
            (self.x + column * (wide + gap), self.top - (row + 1) * high - row * gap)
            for row in range(rows)
            for column in range(columns)
        ]
        crowded = self.single_row and self._found > columns
        self._fill(places[:-1] if crowded else places, (wide, high))
        self._place_see_all(places[-1] if crowded else None, (wide, high))

    def _fill(self, places: list[tuple[float, float]], size: tuple[float, float]) -> None:
        shown = list(zip(self._hits, places, strict=False))
        for at, (hit, place) in enumerate(shown):
            tile = self._tile(at)
            tile.size, tile.pos = size, place
            tile.show(hit, self._words)
        for tile in self._pool[len(shown) :]:
            if tile.parent is not None:
                self.remove_widget(tile)

    def _columns_for(self, high: float) -> int:
        cover_wide = (high - dp(MARK_HEIGHT_DP)) * _SHAPE
        return max(2, int((self.width + dp(GAP_DP)) / max(dp(60), cover_wide + dp(GAP_DP))))

    def _tile(self, at: int) -> HitCover:
        if at == len(self._pool):
            tile = HitCover()
            tile.bind(on_release=lambda touched: self.dispatch("on_open", touched.hit.title.id))
            self._pool.append(tile)
        tile = self._pool[at]
        if tile.parent is None:
            self.add_widget(tile)
        return tile

    def _place_see_all(self, place: tuple[float, float] | None, size: tuple[float, float]) -> None:
        tile = self._see_all
        if place is None:
            if tile.parent is not None:
                self.remove_widget(tile)
            return
        mark = dp(MARK_HEIGHT_DP)
        tile.size, tile.pos = (size[0], size[1] - mark), (place[0], place[1] + mark)
        if tile.parent is None:
            self.add_widget(tile)


def see_all_tile() -> KeyButton:
    """The tile that stands for the results that did not fit."""
    return KeyButton(
        picture="see_all",
        font_size=dp(40),
        face="#E3EEF0",
        edge="#C5D8DB",
        color="#0F5C66",
        moment_s=MOMENT_S,
        repeats=False,
    )
