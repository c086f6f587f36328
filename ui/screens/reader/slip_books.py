"""What is out on a slip whose code was scanned: how many books, and until when."""

from __future__ import annotations

from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.status import DueBooks, SlipBooks, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import scan_picture, switcher  # noqa: F401 - names for the .kv
from ui.widgets.lists import book_row, paged_rows  # noqa: F401 - names for the .kv
from ui.wording import Wording


class DueBooksRow(BoxLayout):
    """So many books, and when they are due."""

    books = StringProperty("")
    separated = BooleanProperty(False)

    def show(self, entry: tuple[DueBooks, Wording]) -> None:
        """`entry` is the day with its books, and the words."""
        due, wording = entry
        self.books = wording.count("{number} book", "{number} books", due.books)
        self.ids.due.show(due.due_on, due.days_left, wording)


class SlipBooksScreen(KioskScreen):
    """Days and no title: anybody may have found the slip. What is read is shown after the card."""

    request_id = StringProperty("")
    all_back = BooleanProperty(False)
    is_old = BooleanProperty(False)

    def make_row(self) -> DueBooksRow:
        return DueBooksRow()

    def show(self, status: Status) -> None:
        """The slip's number, and its books by day."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, SlipBooks)
        self.request_id = self.wording.number(scene.request_id)
        self.all_back = not scene.due
        self.is_old = scene.is_old
        self.ids.rows.show([(due, self.wording) for due in scene.due])


kv.load(__file__)
