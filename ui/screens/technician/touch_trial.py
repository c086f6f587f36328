"""Targets in the corners and the middle, one after the other: whether the finger is felt where it is."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty

from appliance.messages import GoBack, TouchTarget
from appliance.status import TARGETS, Status, TouchTrial
from ui import kv
from ui.screens.screen import KioskScreen
from ui.target import Target
from ui.widgets.basics import buttons  # noqa: F401 - names for the .kv

TARGET_DP = 96
PLACES = ((0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0), (0.5, 0.5))
"""Where each target is: from left to right, from bottom to top."""


class TouchTrialScreen(Target, KioskScreen):
    """Any touch but on *Stop* is inside the target or beside it."""

    at = NumericProperty(0)
    counted = StringProperty("")
    missed = StringProperty("")

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, TouchTrial)
        self.at = self.means = scene.hits
        self.counted = self.wording.number(f"{scene.hits + 1} / {TARGETS}")
        missed = self.wording.count("{number} touch missed", "{number} touches missed", scene.misses)
        self.missed = missed if scene.misses else ""

    def on_touch_down(self, touch: Any) -> bool:
        if self.ids.stop.collide_point(*touch.pos):
            return bool(super().on_touch_down(touch))
        target = self.ids.target
        reach_px = dp(TARGET_DP) / 2
        distance_px = ((touch.x - target.center_x) ** 2 + (touch.y - target.center_y) ** 2) ** 0.5
        self.send(TouchTarget(hit=distance_px <= reach_px))
        return True

    def stop(self) -> None:
        self.send(GoBack())


kv.load(__file__)
