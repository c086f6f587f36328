"""The test slip as it must look, beside the one that the printer made."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from kivy.core.image import Image as CoreImage
from kivy.properties import BooleanProperty, ObjectProperty

from appliance.status import SlipTrial, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import yes_no  # noqa: F401 - a name for the .kv


class SlipTrialScreen(KioskScreen):
    picture = ObjectProperty(None, allownone=True)
    """A texture."""
    drawn = BooleanProperty(False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._bytes: bytes | None = None

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, SlipTrial)
        self.drawn = scene.picture is not None
        if scene.picture != self._bytes:
            self._bytes = scene.picture
            self.picture = _texture(scene.picture) if scene.picture else None


def _texture(png: bytes) -> object:
    return CoreImage(BytesIO(png), ext="png", nocache=True).texture


kv.load(__file__)
