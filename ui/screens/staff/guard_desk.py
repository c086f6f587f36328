"""The guard's desk: what waits for an answer, each with two buttons, and where a scanned book is."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from appliance.messages import SetDate
from appliance.status import GuardDesk, Status
from ui import kv, theme
from ui.screens.screen import KioskScreen
from ui.widgets.basics.buttons import WideButton
from ui.widgets.lists import pager  # noqa: F401 - names for the .kv
from ui.widgets.staff.request_card import RequestCard
from ui.widgets.staff.whereabouts_panel import WhereaboutsPanel
from ui.wording import Wording

_WHEREABOUTS_DP = 92
_CARD_DP_MOST = 200
_CALL_DP = 64


class GuardDeskScreen(KioskScreen):
    """Requests as cards; above them where a scanned book is, and the call to say what day it is."""

    summary = StringProperty("")
    empty = BooleanProperty(True)
    page = NumericProperty(0)
    pages = NumericProperty(1)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.cards: list[RequestCard] = []
        self._whereabouts = WhereaboutsPanel(screen=self, size_hint_y=None, height=dp(_WHEREABOUTS_DP))
        self._date_call = WideButton(
            name="calendar", size_hint_y=None, height=dp(_CALL_DP), surface=theme.WARNING
        )
        self._date_call.bind(on_release=lambda _button: self.send(SetDate()))
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
        self.summary = f"{waiting} · {decided}"
        self.page, self.pages = scene.page, scene.pages
        self.empty = not scene.requests
        self._show_cards(scene)
        self._date_call.text = self._call(status)
        self._lay(scene, asks_date=bool(self._date_call.text))

    def _call(self, status: Status) -> str:
        """What the staff should say of the date; nothing while it is sure."""
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

    def _show_cards(self, scene: GuardDesk) -> None:
        while len(self.cards) < len(scene.requests):
            self.cards.append(RequestCard(screen=self, size_hint_max_y=dp(_CARD_DP_MOST)))
        for card, request in zip(self.cards, scene.requests, strict=False):
            card.show(request, self.wording)
        if scene.whereabouts is not None:
            self._whereabouts.show(scene.whereabouts, self.wording)

    def _lay(self, scene: GuardDesk, *, asks_date: bool) -> None:
        column: list[Widget] = [self._date_call] if asks_date else []
        if scene.whereabouts is not None:
            column.append(self._whereabouts)
        if scene.requests:
            column += [*self.cards[: len(scene.requests)], self._below]
        else:
            column.append(self._nothing)
        if self.ids.desk.children != column[::-1]:
            self.ids.desk.clear_widgets()
            for widget in column:
                self.ids.desk.add_widget(widget)


kv.load(__file__)
