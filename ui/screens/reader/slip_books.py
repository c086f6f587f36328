"""The books of a slip whose code was scanned."""

from __future__ import annotations

from kivy.properties import BooleanProperty, StringProperty

from appliance.model import LoanLine
from appliance.status import SlipBooks, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import switcher  # noqa: F401 - names for the .kv
from ui.widgets.lists import paged_rows  # noqa: F401 - names for the .kv
from ui.widgets.lists.book_row import BookRow
from ui.wording import Wording


class SlipRow(BookRow):
    """A book and when it is due."""

    def show(self, entry: tuple[LoanLine, Wording]) -> None:
        """`entry` is the line and the words."""
        line, wording = entry
        self.title = line.loan.copy.title
        self.ids.due.show(line.loan.due_on, line.days_left, wording)


class SlipBooksScreen(KioskScreen):
    """Due dates and no name: anybody may have found the slip."""

    request_id = StringProperty("")
    all_back = BooleanProperty(False)

    def make_row(self) -> SlipRow:
        return SlipRow()

    def show(self, status: Status) -> None:
        """What the slip's code says, and its loans."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, SlipBooks)
        self.request_id = self.wording.number(scene.request_id)
        self.all_back = not scene.lines
        self.ids.rows.show([(line, self.wording) for line in scene.lines])


kv.load(__file__)
