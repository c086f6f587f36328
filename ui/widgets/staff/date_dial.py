"""One part of a date: + above, − below, as on the wheel of a date stamp."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from ui import kv
from ui.widgets.basics.panel import Panel


class DateDial(Panel):
    """`change` is called with 1 or -1; a dial that is not `open` only shows."""

    text = StringProperty("")
    open = BooleanProperty(True)
    change = ObjectProperty(None)


kv.load(__file__)
