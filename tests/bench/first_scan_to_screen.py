"""One scan, the first after a start, into a kiosk with a real window, timed until its answer is flipped.

Run as a program of its own: `python -m tests.bench.first_scan_to_screen KIND`; prints milliseconds. The scan
comes at the first moment at which one can: when the kiosk has brought its devices in.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from appliance.loop import Loop
from appliance.messages import Scanned
from appliance.model import Side
from appliance.unit.device_set import DeviceSet, LateDevices
from drivers.clock.system import read_clock
from tests.flows.storyboard import Storyboard, borrows, open_kiosk, open_storyboard
from ui import launch

SIZE = (800, 480)

KINDS: dict[str, Callable[[Storyboard], str]] = {
    "book": lambda story: "B2",
    "card": lambda story: story.card_of("Chanthy"),
    "badge": lambda story: story.badge_of("Guard Rith"),
    "slip": lambda story: story.slips[0].facts.code,
    "foreign": lambda story: "4006381333931",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = open_storyboard(folder)
        borrows(story, "Dara", "B1")
        code = KINDS[sys.argv[1]](story)
        story.store.close()
        print(_first_answer_ms(folder, code))


def _first_answer_ms(folder: Path, code: str) -> float:
    loop = Loop(lambda: open_kiosk(folder), read_clock, lambda _effect: None)
    devices = LateDevices(lambda: _devices(folder))
    times_ms: list[float] = []

    def subscribe(watcher: Callable[..., None]) -> None:
        loop.subscribe(watcher)
        devices.start(loop.post)
        loop.start()

    def begin(app: Any) -> None:
        from kivy.clock import Clock
        from kivy.core.window import Window
        from kivy.graphics.opengl import glFinish

        before = app.shown.scene, app.shown.refusal
        posted_at: list[float] = []

        def post(_dt: float) -> bool:
            if not devices.are_in:
                return True
            posted_at.append(time.perf_counter())
            loop.post(Scanned(code, Side.READER))
            return False

        def flipped(*_: object) -> None:
            glFinish()
            if posted_at and (app.shown.scene, app.shown.refusal) != before:
                times_ms.append((time.perf_counter() - posted_at[0]) * 1e3)
                Window.unbind(on_flip=flipped)
                app.stop()

        Window.bind(on_flip=flipped)
        app.call_when_scans_are_answered(devices.open)
        Clock.schedule_interval(post, 0.01)

    launch.run(loop.post, subscribe, SIZE, when_shown=begin)
    devices.stop_scanning()
    devices.stop()
    loop.stop()
    return times_ms[0]


def _devices(folder: Path) -> DeviceSet:
    from appliance.unit.devices import devices_of

    return devices_of(folder)


if __name__ == "__main__":
    main()
