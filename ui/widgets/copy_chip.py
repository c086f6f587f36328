"""One copy of a title: whether it can be had, by picture, word and colour, and when it comes back."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.status import CopyLine
from ui import kv, theme
from ui.widgets import pictogram  # noqa: F401 - a name for the .kv
from ui.widgets.availability import AVAILABILITY_LOOKS
from ui.wording import Wording


class CopyChip(BoxLayout):
    """`in_hand` marks the copy that was scanned."""

    picture = StringProperty("")
    said = StringProperty("")
    more = StringProperty("")
    ink = ColorProperty(theme.INK)
    in_hand = BooleanProperty(False)

    def show(self, line: CopyLine, wording: Wording, *, in_hand: bool) -> None:
        """`more` is the day it comes back, or else its barcode."""
        look = AVAILABILITY_LOOKS[line.availability]
        self.picture, self.said, self.ink = look.picture, wording.say(look.words), look.colour
        self.in_hand = in_hand
        if line.due_on is not None:
            self.more = wording.say("back on {day}").format(day=wording.day_short(line.due_on))
        else:
            self.more = line.copy.barcode


kv.load(__file__)
