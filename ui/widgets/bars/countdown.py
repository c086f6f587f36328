"""Still there? The last seconds before an idle session ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.properties import NumericProperty, StringProperty
from kivy.uix.anchorlayout import AnchorLayout

from appliance.status import Status
from ui import kv
from ui.target import TargetButton
from ui.wording import WORDINGS


class Countdown(TargetButton, AnchorLayout):
    """Covers the screen; a touch anywhere keeps the session and touches nothing below."""

    seconds = StringProperty("")
    question = StringProperty("")
    advice = StringProperty("")
    left_share = NumericProperty(1)
    """How much of the warning's time is left, from 1 to 0."""
    _WARNED_S = 10

    def __init__(self, keep: Callable[[], None], **options: Any) -> None:
        super().__init__(**options)
        self._keep = keep

    def on_release(self) -> None:
        """A finger went up somewhere on the screen."""
        self._keep()

    def show(self, status: Status) -> None:
        """Take the seconds from the status, if they are running."""
        left_s = status.leaving_in_s
        if left_s is None:
            return
        wording = WORDINGS[status.language]
        self.seconds = wording.number(left_s)
        self.question = wording.say("Are you still there?")
        self.advice = wording.say("Touch the screen to go on")
        self.left_share = min(left_s / self._WARNED_S, 1)


kv.load(__file__)
