"""Was it heard? Only an ear can tell."""

from __future__ import annotations

from appliance.messages import PlayAgain
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import yes_no  # noqa: F401 - a name for the .kv


class SoundTrialScreen(KioskScreen):
    def play_again(self) -> None:
        self.send(PlayAgain())


kv.load(__file__)
