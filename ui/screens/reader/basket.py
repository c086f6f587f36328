"""What the reader is about to borrow."""

from __future__ import annotations

from datetime import date

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from appliance.messages import TakeOut
from appliance.model import CopyId
from appliance.status import Basket, BasketLine, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import places, scan_picture, switcher  # noqa: F401 - names for the .kv
from ui.widgets.lists import paged_rows  # noqa: F401 - names for the .kv
from ui.widgets.lists.book_row import BookRow
from ui.wording import Wording


class BasketRow(BookRow):
    """A book, when it will be due, and a button that takes it out."""

    take_out_of_basket = ObjectProperty(None)
    copy_id = NumericProperty(0)

    def show(self, entry: tuple[int, BasketLine, date, Wording]) -> None:
        """`entry` is the line's number, the line, today and the words."""
        _number, line, today, wording = entry
        self.copy_id = line.copy.id
        self.title = line.copy.title
        self.ids.due.show(line.due_on, (line.due_on - today).days, wording)


class BasketScreen(KioskScreen):
    """The books on the left; the scanner, the places left and the large button on the right."""

    reader = ObjectProperty(None)
    empty = BooleanProperty(True)
    full = BooleanProperty(False)
    """No place is left, so nobody is asked to scan more."""
    needs_approval = BooleanProperty(False)
    count = StringProperty("")
    offered = ObjectProperty(())
    """The copies that a touch on the button asks for: those that are seen, not those scanned meanwhile."""

    def make_row(self) -> BasketRow:
        """A row whose button takes its line out."""
        return BasketRow(take_out_of_basket=lambda copy_id: self.send(TakeOut(copy_id)))

    def key_of(self, entry: tuple[int, BasketLine, date, Wording]) -> CopyId:
        return entry[1].copy.id

    def show(self, status: Status) -> None:
        """The lines, the places, and why the last scan was refused."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Basket)
        self.reader = self.ids.top_bar.reader = scene.reader
        self.empty = not scene.lines
        self.offered = tuple(line.copy.id for line in scene.lines)
        self.needs_approval = scene.needs_approval
        entries = [(number, line, status.today, self.wording) for number, line in enumerate(scene.lines)]
        self.ids.rows.show(entries, of=(status.session, scene.reader.id))
        self._show_places(scene)

    def _show_places(self, scene: Basket) -> None:
        taken = scene.on_loan + len(scene.lines)
        self.ids.places.show(scene.on_loan, len(scene.lines), scene.limit)
        self.full = scene.full
        self.count = self.wording.number(f"{taken} / {scene.limit}")


kv.load(__file__)
