"""Scan your card."""

from __future__ import annotations

from kivy.properties import ObjectProperty, StringProperty

from appliance.status import Identify, Purpose, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import scan_picture  # noqa: F401 - a name for the .kv


class IdentifyScreen(KioskScreen):
    """A card under a scanner; and the book that waits for it, when one was scanned first."""

    purpose = StringProperty(Purpose.BORROW)
    held = ObjectProperty(None, allownone=True)

    def show(self, status: Status) -> None:
        """What the card is wanted for, and the book held."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Identify)
        self.purpose = str(scene.purpose)
        self.held = scene.held.title if scene.held else None


kv.load(__file__)
