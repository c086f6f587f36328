"""The unit's whole state as one code, for a technician's telephone."""

from __future__ import annotations

from kivy.properties import StringProperty

from appliance.status import BenchCode, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import code_square  # noqa: F401 - a name for the .kv


class BenchCodeScreen(KioskScreen):
    state = StringProperty("")

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, BenchCode)
        self.state = scene.state


kv.load(__file__)
