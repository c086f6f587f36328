"""Something that was scanned cannot be used here."""

from __future__ import annotations

from appliance.status import Refused, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.refusals import refusal_panel  # noqa: F401 - a name for the .kv


class RefusedScreen(KioskScreen):
    """A refusal on a screen of its own."""

    def show(self, status: Status) -> None:
        """All of the refusal, in full width."""
        super().show(status)
        scene = status.scene
        assert isinstance(scene, Refused)
        self.ids.refusal.show(scene.refusal)


kv.load(__file__)
