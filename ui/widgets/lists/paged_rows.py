"""A list that is never scrolled: as many rows as fit, and two large arrows when there are more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from ui import kv
from ui.kept_rows import PAUSE_S, KeptRows


class PagedRows(BoxLayout):
    """Rows are made by `make_row()` and filled by their own `show(entry)`; they are kept and used again.

    `follows_end` turns to the last page when a row is added there. Rows with something to touch on them are
    told apart by `key_of(entry)`, and then each keeps its place (`ui.kept_rows`).
    """

    make_row = ObjectProperty(None)
    key_of = ObjectProperty(None)
    row_dp_min = NumericProperty(58)
    row_dp_max = NumericProperty(144)
    follows_end = BooleanProperty(False)
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._entries: Sequence[object] = ()
        self._placed: Sequence[object] = ()
        self._of: object = None
        self._kept: KeptRows[Any] = KeptRows()
        self._rows: list[Any] = []
        self._lay_later = Clock.create_trigger(self._lay, -1)
        self._close_up_later = Clock.create_trigger(self._close_up, PAUSE_S)
        self.bind(height=self._lay_later, page=self._lay_later)

    def show(self, entries: Sequence[object], of: object = None) -> None:
        """Show `entries`, each of the kind that a row's `show` takes. `of` says what they are a list of:
        with another one nothing is kept."""
        grown = len(entries) > len(self._entries)
        self._entries = entries
        self._place(of)
        self._lay()
        if grown:
            self.page = self.pages - 1 if self.follows_end else 0
        elif self._kept.has_gaps and not any(self._shown()):
            self._close_up()

    def turn(self, pages: int) -> None:
        """An arrow was touched."""
        self.page = min(max(self.page + pages, 0), self.pages - 1)

    def _place(self, of: object) -> None:
        """Each entry in its own place, None where a row is gone."""
        if self.key_of is None:
            self._placed = self._entries
            return
        by_key = {self.key_of(entry): entry for entry in self._entries}
        if of == self._of:
            self._kept.take(list(by_key))
        else:
            self._of = of
            self._kept.begin(list(by_key))
        self._placed = [by_key.get(key) for key in self._kept.places]
        self._close_up_later.cancel()
        if self._kept.has_gaps:
            self._close_up_later()

    def _close_up(self, *_: object) -> None:
        self._kept.close_up([self.key_of(entry) for entry in self._entries])
        self._place(self._of)
        self._lay()

    def _lay(self, *_: object) -> None:
        fitting = self._fitting
        self.pages = max(1, -(-len(self._placed) // fitting))
        self.page = min(self.page, self.pages - 1)
        shown = self._shown()
        shared_px = self.height / max(1, fitting if self.pages > 1 else len(shown))
        self._put_rows(len(shown), min(dp(self.row_dp_max), shared_px))
        for row, entry in zip(self._rows, shown, strict=False):
            row.opacity, row.disabled = (0, True) if entry is None else (1, False)
            if entry is not None:
                row.show(entry)

    @property
    def _fitting(self) -> int:
        return max(1, int(self.height // dp(self.row_dp_min)))

    def _shown(self) -> Sequence[object]:
        """What stands on this page."""
        first = int(self.page) * self._fitting
        return self._placed[first : first + self._fitting]

    def _put_rows(self, count: int, height_px: float) -> None:
        column = self.ids.column
        while len(self._rows) < count:
            self._rows.append(self.make_row())
        for row in self._rows[count:]:
            column.remove_widget(row)
        for row in self._rows[:count]:
            row.size_hint_y, row.height = None, height_px
            if row.parent is None:
                column.add_widget(row)
        for index, row in enumerate(self._rows[:count]):
            row.separated = index < count - 1


kv.load(__file__)
