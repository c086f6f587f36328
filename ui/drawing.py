"""Drawing the samples into files. Kivy must have been set up (`launch.prepare`)."""

from __future__ import annotations

from pathlib import Path

from kivy.base import EventLoop
from kivy.clock import Clock

from appliance.model import Language
from appliance.status import Status
from ui.app import KioskApp
from ui.pixels import grab
from ui.samples.statuses import statuses


def draw_samples(size: tuple[int, int], out: Path, only: str) -> None:
    """A picture of every sample in every language whose name begins with `only`."""
    Clock._max_fps = 0
    app = KioskApp(lambda _: None, prebuild=False)
    app._run_prepare()
    for language in Language:
        for name, status in statuses(language):
            if name.startswith(only):
                app.show(status)
                for _ in range(4):
                    EventLoop.idle()
                grab(out / picture_name(name, status, size))


def picture_name(name: str, status: Status, size: tuple[int, int]) -> str:
    """`basket_three.km.800x480.png`"""
    return f"{name}.{status.language}.{size[0]}x{size[1]}.png"
