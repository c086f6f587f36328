"""The two answers to what only a person can judge."""

from __future__ import annotations

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.messages import AnswerTrial
from appliance.model import Language
from ui import kv
from ui.widgets.basics import buttons  # noqa: F401 - names for the .kv
from ui.wording import WORDINGS


class YesNo(BoxLayout):
    """Give it the `screen` whose `send` takes the answer, and its `wording`."""

    screen = ObjectProperty(None)
    wording = ObjectProperty(WORDINGS[Language.KM], rebind=True)

    def answer(self, *, well: bool) -> None:
        """One of the two was touched."""
        self.screen.send(AnswerTrial(well))


kv.load(__file__)
