"""Scan books to give them back."""

from __future__ import annotations

from kivy.properties import NumericProperty, ObjectProperty, StringProperty

from appliance.status import Returning, ReturnLine, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import scan_picture, switcher  # noqa: F401 - names for the .kv
from ui.widgets.lists import paged_rows  # noqa: F401 - names for the .kv
from ui.widgets.lists.book_row import BookRow
from ui.wording import Wording


class ReturnedRow(BookRow):
    """A book given back a moment ago, and whether it was late."""

    late = StringProperty("")

    def show(self, entry: tuple[ReturnLine, Wording]) -> None:
        """`entry` is the line and the words."""
        line, wording = entry
        self.title = line.copy.title
        self.late = _late(line, wording)


class ReturningScreen(KioskScreen):
    """The newest book large, the ones before it in a list. No name is shown."""

    newest = ObjectProperty(None, allownone=True)
    authors = StringProperty("")
    late = StringProperty("")
    waits = StringProperty("")
    """Said of the newest where staff has yet to see it."""
    count = StringProperty("")
    earlier = NumericProperty(0)

    def make_row(self) -> ReturnedRow:
        return ReturnedRow()

    def show(self, status: Status) -> None:
        """The books given back so far."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Returning)
        self._show_newest(scene.lines[0] if scene.lines else None)
        self.earlier = len(scene.lines[1:])
        self.ids.rows.show([(line, self.wording) for line in scene.lines[1:]])
        self.count = self.wording.number(len(scene.lines))

    def _show_newest(self, line: ReturnLine | None) -> None:
        self.newest = line.copy.title if line else None
        self.authors = ", ".join(line.copy.title.authors) if line else ""
        self.late = _late(line, self.wording) if line else ""
        waits = line is not None and line.to_be_shelved
        self.waits = self.wording.say("It is counted until the librarian has it") if waits else ""


def _late(line: ReturnLine, wording: Wording) -> str:
    return wording.days_left(-line.days_late) if line.days_late > 0 else ""


kv.load(__file__)
