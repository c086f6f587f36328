"""The line where typed words appear: a picture, the words with a caret, how many books, and a cross."""

from __future__ import annotations

from kivy.clock import Clock
from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.language.breaking import clusters
from ui import kv
from ui.target import TargetButton
from ui.widgets.basics import buttons, pictogram  # noqa: F401 - names for the .kv
from ui.widgets.basics.panel import Panel


class SearchLine(TargetButton, BoxLayout):
    """The part of the field that asks for the keyboard."""


class SearchField(Panel):
    """Touched, it asks for the keyboard (`on_release`); its cross empties it (`on_clear`).

    Words longer than the line are shown from their end, where the next letter goes.
    """

    text = StringProperty("")
    hint = StringProperty("")
    count = StringProperty("")
    guessed = BooleanProperty(False)
    typing = BooleanProperty(True)
    """Whether the keyboard is up, so that the next letter comes here."""
    __events__ = ("on_release", "on_clear")

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._refit = Clock.create_trigger(self._fit, -1)
        self.bind(text=self._refit)

    def on_kv_post(self, _: object) -> None:
        """The room for words follows everything else in the line."""
        self.ids.place.bind(width=self._refit)

    def on_release(self) -> None:
        """Nothing by itself: an event."""

    def on_clear(self) -> None:
        """Nothing by itself: an event."""

    def _fit(self, *_: object) -> None:
        typed, room = self.ids.typed, self.ids.place.width - self.ids.caret.width
        pieces = clusters(self.text)
        typed.text = self.text
        typed.texture_update()
        while typed.natural_width > room > 0 and len(pieces) > 1:
            too_many = int(len(pieces) * (1 - room / typed.natural_width))
            pieces = pieces[max(1, too_many) :]
            typed.text = "…" + "".join(pieces)
            typed.texture_update()


kv.load(__file__)
