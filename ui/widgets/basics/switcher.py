"""Shows one of its children and keeps the others out of the way, so that they cannot be touched or drawn."""

from __future__ import annotations

from typing import Any

from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget


class Switcher(BoxLayout):
    """Children are declared in .kv as usual; `current` is the number, from 0, of the one that is shown."""

    current = NumericProperty(0)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._all: list[Widget] = []

    def add_widget(self, widget: Widget, *args: Any, **options: Any) -> None:
        """Keep `widget`; it is shown when its number is current."""
        self._all.append(widget)
        if len(self._all) - 1 == self.current:
            super().add_widget(widget, *args, **options)

    def on_current(self, *_: object) -> None:
        self.clear_widgets()
        if self.current < len(self._all):
            super().add_widget(self._all[int(self.current)])
