"""Two large arrows with the page between them; nothing at all when there is one page."""

from __future__ import annotations

from kivy.properties import ColorProperty, NumericProperty, ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.messages import TurnPage
from appliance.model import Language
from ui import kv, theme
from ui.widgets.basics.big_button import BigButton
from ui.wording import WORDINGS


class PageButton(BigButton):
    """An arrow wide enough for a thumb."""


class Pager(BoxLayout):
    """`page` counts from 0. Give it the `screen` whose `send` takes the `TurnPage`."""

    page = NumericProperty(0)
    pages = NumericProperty(1)
    arrow_dp = NumericProperty(88)
    """The width of an arrow."""
    surface = ColorProperty(theme.SEARCH)
    wording = ObjectProperty(WORDINGS[Language.KM], rebind=True)
    screen = ObjectProperty(None)

    def turn(self, pages: int) -> None:
        """An arrow was touched."""
        self.screen.send(TurnPage(self.page + pages))


kv.load(__file__)
