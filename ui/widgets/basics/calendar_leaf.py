"""A leaf of a tear-off calendar: the day a book must be back, large enough to be seen from afar."""

from __future__ import annotations

from datetime import date

from kivy.properties import StringProperty

from ui import kv
from ui.widgets.basics.panel import Panel
from ui.wording import Wording


class CalendarLeaf(Panel):
    """Month, day and weekday."""

    month = StringProperty("")
    number = StringProperty("")
    weekday = StringProperty("")

    def show(self, on: date, wording: Wording) -> None:
        """Turn to this day."""
        self.month = f"{wording.month(on)} {wording.number(on.year)}"
        self.number = wording.day_of_month(on)
        self.weekday = wording.weekday(on)


kv.load(__file__)
