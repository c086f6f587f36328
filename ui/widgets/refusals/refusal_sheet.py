"""A refusal over whatever screen is shown: all but the bar at the top is covered until it is understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.uix.boxlayout import BoxLayout

from appliance.messages import Command, GoBack
from appliance.status import Status
from ui import kv
from ui.target import Lid
from ui.widgets.refusals import refusal_panel  # noqa: F401 - a name for the .kv
from ui.wording import WORDINGS


class RefusalSheet(Lid, BoxLayout):
    """Touches on it reach nothing below."""

    def __init__(self, send: Callable[[Command], None], **options: Any) -> None:
        super().__init__(**options)
        self._send = send
        self.ids.panel.understood_by = self.understood

    def show(self, status: Status) -> None:
        """Take the refusal from the status, if there is one."""
        if status.refusal is not None:
            self.ids.panel.show(status.refusal, WORDINGS[status.language])

    def understood(self) -> None:
        """The button was touched."""
        self._send(GoBack())

    def on_touch_down(self, touch: Any) -> bool:
        """Kept from the screen below."""
        super().on_touch_down(touch)
        return bool(self.collide_point(*touch.pos))


kv.load(__file__)
