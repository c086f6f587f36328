"""One title: what it is, where it stands, which copies there are, and the way to borrow the one in hand."""

from __future__ import annotations

from itertools import zip_longest

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from appliance.model import Availability, Title
from appliance.status import Status, TitlePage
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import big_button  # noqa: F401 - names for the .kv
from ui.widgets.covers import cover, shelf_sign  # noqa: F401 - names for the .kv
from ui.widgets.lists import paged_rows  # noqa: F401 - names for the .kv
from ui.widgets.lists.copy_chip import CopyEntry

_FIRST = (
    Availability.AVAILABLE,
    Availability.READING_ROOM,
    Availability.TO_BE_SHELVED,
    Availability.ASKED_FOR,
    Availability.ON_LOAN,
    Availability.ABSENT,
)


class TitlePageScreen(KioskScreen):
    """The button to borrow is there only when the copy in the reader's hand can be had."""

    book: Title | None = ObjectProperty(None, allownone=True)
    name = StringProperty("")
    authors = StringProperty("")
    published = StringProperty("")
    series = StringProperty("")
    subjects = StringProperty("")
    summary = StringProperty("")
    without_copies = BooleanProperty(False)
    can_borrow = BooleanProperty(False)
    scanned = ObjectProperty(None, allownone=True)
    """The copy in the reader's hand."""

    def show(self, status: Status) -> None:
        """With a copy in hand, that copy is what matters; the others need more room than is left."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, TitlePage)
        self._show_title(scene.title)
        self._show_copies(scene)
        self.scanned = scene.scanned
        self.can_borrow = scene.may_borrow

    def _show_title(self, title: Title) -> None:
        self.book = title
        self.name = title.title
        self.authors = ", ".join(title.authors)
        year = "" if title.year is None else self.wording.number(title.year)
        self.published = " · ".join(part for part in (year, title.publisher) if part)
        self.series = title.series
        self.subjects = " · ".join(title.subjects)

    def _show_copies(self, scene: TitlePage) -> None:
        free = sum(line.availability is Availability.AVAILABLE for line in scene.copies)
        say, number = self.wording.say, self.wording.number
        self.without_copies = not scene.copies
        self.summary = say("{free} of {all} on the shelf").format(
            free=number(free), all=number(len(scene.copies))
        )
        if self.without_copies:
            self.summary = say("The library has no copy of this book.")
        lines = sorted(
            scene.copies, key=lambda line: (line.copy != scene.scanned, _FIRST.index(line.availability))
        )
        shown = lines[:2] if scene.scanned is not None else lines
        entries = [CopyEntry(line, self.wording, line.copy == scene.scanned) for line in shown]
        self.ids.copies.show(list(zip_longest(entries[::2], entries[1::2])))


kv.load(__file__)
