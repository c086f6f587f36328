"""One book in a list: small cover, title, author, and what a screen adds on the right."""

from __future__ import annotations

from datetime import date

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.model import Title
from ui import kv, theme
from ui.widgets.basics import day_leaf  # noqa: F401 - a name for the .kv
from ui.widgets.covers.cover import Cover  # noqa: F401 - a name for the .kv
from ui.wording import Wording

SOON_DAYS = 2
"""A due date this near is amber."""


class BookRow(BoxLayout):
    """`title` is an `appliance.model.Title`. Widgets added to a row stand to the right of its words."""

    title = ObjectProperty(None, allownone=True)
    name = StringProperty("")
    author = StringProperty("")
    lines = NumericProperty(2)
    """How many there is room for: the title takes what it needs, the author what is left."""
    separated = BooleanProperty(False)
    """A line below parts it from the next row."""

    def on_title(self, _: object, title: Title | None) -> None:
        self.name = title.title if title else ""
        self.author = ", ".join(title.authors) if title else ""


class DueMark(BoxLayout):
    """When a book must be back: the day, and how many days that is; red when it is late."""

    number = StringProperty("")
    month = StringProperty("")
    days = StringProperty("")
    is_late = BooleanProperty(False)
    is_back = BooleanProperty(False)
    ink = ColorProperty(theme.BORROW)

    def show(self, due_on: date, days_left: int, wording: Wording, due_was: date | None = None) -> None:
        """`days_left` is negative when the book is late; `due_was` is what the slip says of a day that was
        moved later since."""
        self.is_back = False
        self.number = wording.day_of_month(due_on)
        self.month = wording.month(due_on)
        self.days = wording.days_left(days_left)
        if due_was is not None and days_left >= 0:
            self.days = wording.say("before: {day}").format(day=wording.day_short(due_was))
        self.is_late = days_left < 0
        self.ink = _ink(days_left)

    def show_brought(self, wording: Wording) -> None:
        """Given back by its reader, and not yet seen by staff: no day counts any more."""
        self.is_back, self.is_late, self.number = True, False, ""
        self.month, self.days = wording.say("Given back"), wording.say("not yet shelved")
        self.ink = theme.WARNING


def _ink(days_left: int) -> theme.Colour:
    if days_left < 0:
        return theme.DANGER
    return theme.WARNING if days_left <= SOON_DAYS else theme.BORROW


kv.load(__file__)
