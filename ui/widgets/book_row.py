"""One book in a list: small cover, title, author, and what a screen adds on the right."""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.model import Title
from ui import kv
from ui.widgets.cover import Cover  # noqa: F401 - a name for the .kv


class BookRow(BoxLayout):
    """`title` is an `appliance.model.Title`. Widgets added to a row stand to the right of its words."""

    title = ObjectProperty(None, allownone=True)
    name = StringProperty("")
    author = StringProperty("")

    def on_title(self, _: object, title: Title | None) -> None:
        self.name = title.title if title else ""
        self.author = ", ".join(title.authors) if title else ""


kv.load(__file__)
