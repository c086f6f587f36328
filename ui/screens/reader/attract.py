"""Nobody is there: an invitation to touch, and in pictures what can be done here."""

from __future__ import annotations

from kivy.properties import BooleanProperty
from kivy.uix.boxlayout import BoxLayout

from appliance.status import Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.target import TargetButton


class WakeArea(TargetButton, BoxLayout):
    """Everything below the top bar; a touch anywhere on it wakes the kiosk."""


class AttractScreen(KioskScreen):
    """Nothing on it moves: an idle window costs nothing."""

    date_in_doubt = BooleanProperty(False)

    def show(self, status: Status) -> None:
        super().show(status)
        self.date_in_doubt = status.date_doubt is not None


kv.load(__file__)
