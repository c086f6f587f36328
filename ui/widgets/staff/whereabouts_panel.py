"""The guard scanned a book: who has it, where, and until when; or that it is on its shelf."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ColorProperty, ObjectProperty, StringProperty

from appliance.status import Whereabouts
from ui import kv, theme
from ui.widgets.basics import buttons, pictogram, switcher  # noqa: F401 - names for the .kv
from ui.widgets.basics.availability import AVAILABILITY_LOOKS
from ui.widgets.basics.panel import Panel
from ui.widgets.basics.slip_looks import SLIP_LOOKS
from ui.widgets.lists import book_row  # noqa: F401 - names for the .kv
from ui.wording import Wording


class WhereaboutsPanel(Panel):
    """`held` says that a reader has it; then their picture, name, number and cell are shown."""

    screen = ObjectProperty(None)
    """The `KioskScreen` whose `send` takes the wish for another slip."""
    book = ObjectProperty(None, allownone=True)
    lent = BooleanProperty(False)
    loan = ObjectProperty(None, allownone=True)
    slip = StringProperty("")
    """How far the slip has come that was asked for here."""
    held = BooleanProperty(False)
    picture = StringProperty("")
    said = StringProperty("")
    more = StringProperty("")
    ink = ColorProperty(theme.INK)

    def show(self, at: Whereabouts, wording: Wording) -> None:
        """Show where the copy is."""
        look = AVAILABILITY_LOOKS[at.availability]
        self.book = at.copy.title
        self.ink = look.colour
        self.loan, self.lent = at.loan, at.loan is not None
        self.slip = SLIP_LOOKS[at.slip].picture if at.slip else ""
        self.held = at.reader is not None
        self.picture = str(at.reader.avatar) if at.reader else look.picture
        self.said = at.reader.name if at.reader else wording.say(look.words)
        if at.shelved:
            self.said = wording.say("It is back: put it on its shelf")
        self.more = " · ".join(_facts(at, wording))


def _facts(at: Whereabouts, wording: Wording) -> list[str]:
    facts = []
    if at.reader is not None:
        facts.append(wording.number(f"{at.reader.number:04}"))
        if at.reader.cell:
            facts.append(wording.say("Cell {cell}").format(cell=at.reader.cell))
    if at.loan is not None:
        facts.append(wording.say("back on {day}").format(day=wording.day_short(at.loan.due_on)))
    return facts or [at.copy.barcode]


kv.load(__file__)
