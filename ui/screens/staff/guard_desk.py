"""The guard's desk: what waits for an answer, each with two buttons, and where a scanned book is."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from appliance.model import LineMark, Request, RequestId
from appliance.status import GuardDesk, ReaderStanding, Status
from ui import kv
from ui.kept_rows import PAUSE_S, KeptRows
from ui.screens.screen import KioskScreen
from ui.widgets.basics import buttons, switcher  # noqa: F401 - names for the .kv
from ui.widgets.lists import pager  # noqa: F401 - names for the .kv
from ui.widgets.staff import whereabouts_panel  # noqa: F401 - names for the .kv
from ui.widgets.staff.request_card import RequestCard
from ui.wording import Wording

_CARD_DP_MOST = 200
_CARDS_MOST = 2
"""More do not fit, and the desk shows two a page."""


class GuardDeskScreen(KioskScreen):
    """Requests as cards that keep their places, below a strip that is always as high.

    The strip tells where a scanned book is, or to scan one, and asks what day it is: that moves no card.
    """

    guard = StringProperty("")
    summary = StringProperty("")
    empty = BooleanProperty(True)
    located = BooleanProperty(False)
    call = StringProperty("")
    """What the staff should say of the date; nothing while it is sure."""
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cards: list[RequestCard] = []
        self._of: object = None
        self._kept: KeptRows[RequestId] = KeptRows()
        self._requests: dict[RequestId, Request] = {}
        self._standings: dict[RequestId, ReaderStanding] = {}
        self._desk: GuardDesk | None = None
        self._marks: tuple[LineMark, ...] = ()
        self._close_up_later = Clock.create_trigger(self._close_up, PAUSE_S)
        self._below = Widget(size_hint_y=0.001)
        # `ids` are weak: what is taken off the screen must be held by somebody.
        self._nothing = self.ids.nothing.__self__

    def show(self, status: Status) -> None:
        """Cards are kept and used again."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, GuardDesk)
        count = self.wording.count
        waiting = count("{number} waiting", "{number} waiting", scene.waiting)
        decided = count("{number} decided", "{number} decided", scene.decided)
        self.guard = scene.staff.name
        to_shelve = count("{number} to shelve", "{number} to shelve", scene.to_shelve)
        self.summary = " · ".join((waiting, decided, *([to_shelve] if scene.to_shelve else [])))
        self.page, self.pages = scene.page, scene.pages
        self.located = scene.whereabouts is not None
        self.call = self._call(status)
        if scene.whereabouts is not None:
            self.ids.whereabouts.show(scene.whereabouts, self.wording)
        self._desk = scene
        self._requests = {request.id: request for request in scene.requests}
        self._standings = dict(zip(self._requests, scene.standings, strict=True))
        self._marks = scene.marks
        self._place(of=(status.session, scene.staff.id, scene.page))

    def _call(self, status: Status) -> str:
        wording: Wording = self.wording
        if status.date_doubt is not None:
            return wording.say("What day is it?")
        if status.off_since is None:
            return ""
        return wording.say("Off since {day}: is today {weekday}, {today}?").format(
            day=wording.day_short(status.off_since),
            weekday=wording.weekday(status.today),
            today=wording.day(status.today),
        )

    def _place(self, of: object) -> None:
        """A request that was answered leaves its place empty; the others stay where they are."""
        if of == self._of:
            self._kept.take(list(self._requests), _CARDS_MOST)
        else:
            self._of = of
            self._kept.begin(list(self._requests))
        self._close_up_later.cancel()
        if self._kept.has_gaps:
            self._close_up_later()
        self._lay()

    def _close_up(self, *_: object) -> None:
        self._kept.close_up(list(self._requests))
        self._lay()

    def _lay(self) -> None:
        shown = [None if key is None else self._requests[key] for key in self._kept.places]
        while len(self.cards) < len(shown):
            self.cards.append(RequestCard(screen=self, size_hint_max_y=dp(_CARD_DP_MOST)))
        for card, request in zip(self.cards, shown, strict=False):
            card.opacity, card.disabled = (0, True) if request is None else (1, False)
            if request is not None and self._desk is not None:
                card.show(request, self._desk, self._standings[request.id], self.wording)
                card.mark(self._marks)
        self.empty = not shown
        column: list[Widget] = [*self.cards[: len(shown)], self._below] if shown else [self._nothing]
        if self.ids.desk.children != column[::-1]:
            self.ids.desk.clear_widgets()
            for widget in column:
                self.ids.desk.add_widget(widget)


kv.load(__file__)
