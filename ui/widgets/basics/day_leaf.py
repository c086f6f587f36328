"""A small leaf of a calendar with the day in it: a tick in its place would say that something is done."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, StringProperty
from kivy.uix.widget import Widget

from ui import kv, theme
from ui.text import KhmerLabel  # noqa: F401 - a name for the .kv
from ui.widgets.basics import pictogram  # noqa: F401 - names for the .kv


class DayLeaf(Widget):
    """A clock lies on the corner of a day that is past."""

    number = StringProperty("")
    ink = ColorProperty(theme.BORROW)
    is_late = BooleanProperty(False)


kv.load(__file__)
