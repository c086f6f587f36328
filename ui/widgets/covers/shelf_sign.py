"""Where a book stands: its shelf's picture on the shelf's colour, and the shelf's name."""

from __future__ import annotations

from kivy.properties import ColorProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.language.fonts import shelf_pictogram
from appliance.language.words import N_
from appliance.model import Language, Shelf
from ui import kv, theme
from ui.widgets.basics import pictogram  # noqa: F401 - a name for the .kv
from ui.wording import WORDINGS

SHELF_NAMES: dict[Shelf, str] = {
    Shelf.GENERAL: N_("General knowledge"),
    Shelf.PHILOSOPHY: N_("Philosophy and psychology"),
    Shelf.RELIGION: N_("Religion"),
    Shelf.SOCIETY: N_("Society"),
    Shelf.LANGUAGE: N_("Languages"),
    Shelf.SCIENCE: N_("Science"),
    Shelf.TECHNOLOGY: N_("Technology"),
    Shelf.ARTS: N_("Arts"),
    Shelf.LITERATURE: N_("Literature"),
    Shelf.STORIES: N_("Stories and novels"),
    Shelf.HISTORY: N_("History and geography"),
    Shelf.TEXTBOOKS: N_("Textbooks"),
}


class ShelfSign(BoxLayout):
    """Painted like the board on the shelf itself, so that a reader can go and compare."""

    shelf = ObjectProperty(Shelf.GENERAL)
    wording = ObjectProperty(WORDINGS[Language.KM])
    picture = StringProperty("")
    name = StringProperty("")
    ground = ColorProperty(theme.SHELVES[Shelf.GENERAL])

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.bind(shelf=self._take, wording=self._take)
        self._take()

    def _take(self, *_: object) -> None:
        self.picture = shelf_pictogram(self.shelf)
        self.name = self.wording.say(SHELF_NAMES[self.shelf])
        self.ground = theme.SHELVES[self.shelf]


kv.load(__file__)
