"""Whose request it is: picture, whole name, number, cell, whether they stand here, and what to decide by."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.language.words import N_
from appliance.model import Reader
from appliance.status import Presence, ReaderStanding
from ui import kv, theme
from ui.widgets.basics import panel, pictogram  # noqa: F401 - names for the .kv
from ui.wording import Wording

_PRESENCES: dict[Presence, tuple[str, theme.Colour, theme.Colour]] = {
    Presence.HERE: (N_("Stands here"), theme.OK, theme.WHITE),
    Presence.JUST_HERE: (N_("Was just here"), theme.WARNING_TINT, theme.WARNING),
    Presence.AWAY: (N_("Is not here"), theme.OFF, theme.OFF_INK),
}
"""Words, ground and ink."""
_SMALLER_SP = ((20, 16.0), (30, 14.5), (44, 13.0))
"""Names of up to so many letters, and their size; longer ones are smaller still, and none is cut."""
_SMALLEST_SP = 12.0


class RequestPerson(BoxLayout):
    """As high as it needs; `roomy` gives the picture more room."""

    roomy = BooleanProperty(False)
    picture = StringProperty("reader")
    name = StringProperty("")
    name_sp = NumericProperty(16)
    number = StringProperty("")
    presence = StringProperty("")
    presence_ground = ColorProperty(theme.OFF)
    presence_ink = ColorProperty(theme.OFF_INK)
    has = StringProperty("")
    until = StringProperty("")
    is_late = BooleanProperty(False)

    def show(self, reader: Reader, presence: Presence, standing: ReaderStanding, wording: Wording) -> None:
        self.picture, self.name = str(reader.avatar), reader.name
        self.name_sp = _name_sp(reader.name)
        number = wording.number(f"{reader.number:04}")
        cell = wording.say("Cell {cell}").format(cell=reader.cell) if reader.cell else ""
        self.number = " · ".join(part for part in (number, cell) if part)
        words, self.presence_ground, self.presence_ink = _PRESENCES[presence]
        self.presence = wording.say(words)
        self.has = wording.number(f"{standing.on_loan} / {standing.limit}")
        self.is_late = standing.late_since is not None
        self.until = _until(standing, wording)


def _name_sp(name: str) -> float:
    return next((size_sp for letters, size_sp in _SMALLER_SP if len(name) <= letters), _SMALLEST_SP)


def _until(standing: ReaderStanding, wording: Wording) -> str:
    """Since when a book is late, which matters more than the day the new ones would be due."""
    day = standing.late_since or standing.due_on
    return wording.day_short(day) if day else ""


kv.load(__file__)
