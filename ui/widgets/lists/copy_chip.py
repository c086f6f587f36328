"""One copy of a title: whether it can be had, by picture, word and colour, and when it comes back."""

from __future__ import annotations

from dataclasses import dataclass

from kivy.properties import BooleanProperty, ColorProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.model import CopyLine
from ui import kv, theme
from ui.widgets.basics import pictogram  # noqa: F401 - a name for the .kv
from ui.widgets.basics.availability import AVAILABILITY_LOOKS
from ui.wording import Wording


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """What a chip shows, and in which language."""

    line: CopyLine
    wording: Wording
    in_hand: bool


class CopyChip(BoxLayout):
    """`in_hand` marks the copy that was scanned."""

    picture = StringProperty("")
    said = StringProperty("")
    more = StringProperty("")
    ink = ColorProperty(theme.INK)
    in_hand = BooleanProperty(False)
    roomy = BooleanProperty(False)
    """With few copies there is room to show them larger."""

    def show(self, entry: CopyEntry) -> None:
        """`more` is the day it comes back, or else its barcode."""
        line, wording = entry.line, entry.wording
        look = AVAILABILITY_LOOKS[line.availability]
        self.picture, self.said, self.ink = look.picture, wording.say(look.words), look.colour
        self.in_hand = entry.in_hand
        if line.due_on is not None:
            self.more = wording.say("back on {day}").format(day=wording.day_short(line.due_on))
        else:
            self.more = line.copy.barcode


class CopyPair(BoxLayout):
    """A row of two chips, or of one and an empty place."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self._chips = (CopyChip(), CopyChip())
        for chip in self._chips:
            self.add_widget(chip)

    def show(self, pair: tuple[CopyEntry, CopyEntry | None]) -> None:
        for chip, entry in zip(self._chips, pair, strict=True):
            chip.opacity = 0 if entry is None else 1
            if entry is not None:
                chip.show(entry)


kv.load(__file__)
