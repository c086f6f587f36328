"""The loans are recorded: take the books, and bring them back by this day."""

from __future__ import annotations

from datetime import date

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from appliance.model import Loan
from appliance.status import Approved, Status
from ui import kv, theme
from ui.screens.screen import KioskScreen
from ui.widgets.bars.banner import printer_pictogram
from ui.widgets.basics import buttons, calendar_leaf, switcher  # noqa: F401 - names for the .kv
from ui.widgets.basics.slip_looks import SLIP_LOOKS, SlipLook
from ui.widgets.lists import paged_rows  # noqa: F401 - names for the .kv
from ui.widgets.lists.book_row import BookRow
from ui.widgets.lists.line_row import LineRow
from ui.wording import Wording


class LoanRow(BookRow):
    """A book and when it is due."""

    def show(self, entry: tuple[Loan, date, Wording]) -> None:
        """`entry` is the loan, today and the words."""
        loan, today, wording = entry
        self.title = loan.copy.title
        self.ids.due.show(loan.due_on, (loan.due_on - today).days, wording)


class ApprovedScreen(KioskScreen):
    """A large tick, the books, a calendar leaf with the soonest due date, and how the slip is doing."""

    slip_picture = StringProperty("printer")
    slip_words = StringProperty("")
    slip_ground = ColorProperty(theme.GUARD_TINT)
    slip_ink = ColorProperty(theme.GUARD)
    slip_again = BooleanProperty(False)
    days = StringProperty("")
    refused = NumericProperty(0)
    """Books of the same request that stay here."""

    def make_row(self) -> LoanRow:
        return LoanRow()

    def make_refused_row(self) -> LineRow:
        return LineRow()

    def show(self, status: Status) -> None:
        """The loans and the slip's progress."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Approved)
        self.ids.top_bar.reader = scene.reader
        self._show_slip(SLIP_LOOKS[scene.slip])
        if SLIP_LOOKS[scene.slip].ground is theme.WARNING_TINT:
            # The same picture as in the banner, which says the cause in words.
            self.slip_picture = printer_pictogram(status.devices.printer) or self.slip_picture
        self.ids.rows.show([(loan, status.today, self.wording) for loan in scene.loans])
        self.refused = len(scene.refused)
        self.ids.refused.show([(line, self.wording) for line in scene.refused])
        soonest = min(loan.due_on for loan in scene.loans)
        self.ids.calendar.show(soonest, self.wording)
        self.days = self.wording.days_left((soonest - status.today).days)

    def _show_slip(self, look: SlipLook) -> None:
        self.slip_picture, self.slip_words = look.picture, self.wording.say(look.words)
        self.slip_ground, self.slip_ink = look.ground, look.ink
        self.slip_again = look.again


kv.load(__file__)
