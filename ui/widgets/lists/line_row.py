"""A book of a request and what became of it."""

from __future__ import annotations

from kivy.properties import ColorProperty, StringProperty

from appliance.model import RequestLine
from ui import kv, theme
from ui.widgets.basics import pictogram  # noqa: F401 - a name for the .kv
from ui.widgets.basics.line_looks import look_of
from ui.widgets.lists.book_row import BookRow
from ui.wording import Wording


class LineRow(BookRow):
    """On the right a picture of why, and the words."""

    picture = StringProperty("")
    said = StringProperty("")
    ink = ColorProperty(theme.INK)

    def show(self, entry: tuple[RequestLine, Wording]) -> None:
        """`entry` is the line and the words."""
        line, wording = entry
        look = look_of(line.why)
        self.title = line.copy.title
        self.picture, self.said, self.ink = look.picture, wording.say(look.words), look.ink


kv.load(__file__)
