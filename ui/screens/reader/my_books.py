"""What the reader has, when it is due, and renewing it."""

from __future__ import annotations

from kivy.properties import BooleanProperty, NumericProperty, ObjectProperty, StringProperty

from appliance.messages import Renew, TurnPage
from appliance.model import LoanId, LoanLine
from appliance.status import MyBooks, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import switcher  # noqa: F401 - names for the .kv
from ui.widgets.covers.cover import Cover
from ui.widgets.lists import paged_rows  # noqa: F401 - names for the .kv
from ui.widgets.lists.book_row import BookRow
from ui.wording import Wording

_ASKED_DRAWN_MOST = 4


class BorrowedRow(BookRow):
    """A book, when it is due, and a button that renews it while that is still allowed."""

    renew = ObjectProperty(None)
    loan_id = NumericProperty(0)
    loan = ObjectProperty(None, allownone=True)
    """With its due date: once renewed it is another thing to renew it again."""
    renewable = BooleanProperty(False)
    just_renewed = BooleanProperty(False)

    def show(self, entry: tuple[LoanLine, bool, Wording]) -> None:
        """`entry` is the line, whether it was renewed just now, and the words."""
        line, self.just_renewed, wording = entry
        self.title = line.loan.copy.title
        self.loan, self.loan_id = line.loan, line.loan.id
        self.renewable = line.may_renew
        is_back = line.loan.brought_at is not None
        if is_back:
            self.ids.due.show_brought(wording)
        else:
            self.ids.due.show(line.loan.due_on, line.days_left, wording, line.loan.due_was)
        self.ids.renew.text = wording.say("Renew +{days}").format(days=wording.number(line.days_gained))
        self.ids.none_left.text = "" if is_back else _why_no_renewal(line, wording)


def _why_no_renewal(line: LoanLine, wording: Wording) -> str:
    if not line.renewals_left:
        return wording.say("No renewal left")
    if line.renew_from is None:
        return ""
    return wording.say("Renew from {day}").format(day=wording.day_short(line.renew_from))


class MyBooksScreen(KioskScreen):
    """A page of loans; below it what waits for a guard, the pages, and the way out."""

    empty = BooleanProperty(True)
    asked = StringProperty("")
    moved = StringProperty("")
    """Why a day is not that of the slip."""
    page = NumericProperty(0)
    pages = NumericProperty(1)
    page_text = StringProperty("")

    def make_row(self) -> BorrowedRow:
        """A row whose button renews its loan."""
        return BorrowedRow(renew=lambda loan_id: self.send(Renew(LoanId(loan_id))))

    def key_of(self, entry: tuple[LoanLine, bool, Wording]) -> LoanId:
        return entry[0].loan.id

    def turn(self, pages: int) -> None:
        """An arrow was touched."""
        self.send(TurnPage(self.page + pages))

    def show(self, status: Status) -> None:
        """This page of loans."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, MyBooks)
        self.ids.top_bar.reader = scene.reader
        self.empty = not scene.lines
        renewed_id = scene.renewed.id if scene.renewed else None
        lines = [(line, line.loan.id == renewed_id, self.wording) for line in scene.lines]
        self.ids.rows.show(lines, of=(status.session, scene.reader.id, scene.page))
        is_moved = any(line.loan.due_was for line in scene.lines)
        moved = self.wording.say("The kiosk’s date was wrong. Your days were moved later.")
        self.moved = moved if is_moved else ""
        self._show_asked(scene)
        self.page, self.pages = scene.page, scene.pages
        self.page_text = self.wording.number(f"{scene.page + 1} / {scene.pages}")

    def _show_asked(self, scene: MyBooks) -> None:
        count = len(scene.asked)
        covers = self.ids.asked_covers
        covers.clear_widgets()
        for copy in scene.asked[:_ASKED_DRAWN_MOST]:
            covers.add_widget(Cover(title=copy.title, small=True))
        self.asked = ""
        if count:
            self.asked = self.wording.count("{number} waits for a guard", "{number} wait for a guard", count)


kv.load(__file__)
