"""Touches a running kiosk with a real window, and times each until what it asked for is flipped.

Run as a program of its own: `python -m tests.bench.touch_to_screen WIDTH HEIGHT TOUCHES [free]`; prints the
times in milliseconds, from the finger's leaving to the flip, as a JSON list. Each waits till its button was
seen; with `free` nothing must have been seen, for comparison.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from appliance.effects import Effect
from appliance.loop import Loop
from appliance.messages import Touched, Wake
from appliance.status import Home, Identify, Returning, Scene, Searching, Signs
from drivers.clock.system import read_clock
from tests.flows.storyboard import open_kiosk, open_storyboard
from tests.screens import sdl_events as sdl
from ui import launch

SEEN_S = 0.8
"""Longer than the moment that a touch must wait; a screen that is built is laid out a frame or two later."""
DOWN_S = 0.07

Step = tuple[str, type[Scene]]
"""The pictogram of the button, and the scene that it leads to."""

ROUND: tuple[Step, ...] = (
    ("return", Returning),
    ("home", Home),
    ("borrow", Identify),
    ("home", Home),
    ("search", Searching),
    ("home", Home),
    ("help", Signs),
    ("back", Home),
)


class Finger:
    """Touches, waits until a frame that shows the answer was flipped, waits until that was seen."""

    def __init__(self, app: Any, window: Any, todo: Iterator[Step]) -> None:
        self._app, self._window, self._todo = app, window, todo
        self._waits_for: type[Scene] = Home
        self._lifted_at = 0.0
        self.times_ms: list[float] = []

    def flipped(self, *_: object) -> None:
        from kivy.graphics.opengl import glFinish

        # As in `scan_to_screen`: a flip without a display waits for nothing.
        glFinish()
        if not isinstance(self._app.shown.scene, self._waits_for):
            return
        if self._lifted_at:
            self.times_ms.append((time.perf_counter() - self._lifted_at) * 1e3)
            self._lifted_at = 0.0
        if (step := next(self._todo, None)) is None:
            self._app.stop()
            return
        self._waits_for = step[1]
        self._app.call_later(lambda: self._touches(step[0]), SEEN_S)

    def _touches(self, name: str) -> None:
        button = next(one for one in self._app.stage.screen.walk() if _is(one, name))
        x, y = button.center
        place = (x / self._window.width, 1 - y / self._window.height)
        sdl.push_finger(sdl.FINGER_DOWN, 0, *place)
        self._app.call_later(lambda: self._lifts(place), DOWN_S)

    def _lifts(self, place: tuple[float, float]) -> None:
        self._lifted_at = time.perf_counter()
        sdl.push_finger(sdl.FINGER_UP, 0, *place)


def _is(widget: Any, name: str) -> bool:
    return hasattr(widget, "state") and getattr(widget, "name", "") == name and widget.width > 0


def main() -> None:
    width, height, touches = (int(word) for word in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_storyboard(folder).store.close()
        loop = Loop(lambda: open_kiosk(folder), read_clock, _does_nothing)
        fingers: list[Finger] = []

        def subscribe(watcher: Callable[..., None]) -> None:
            loop.subscribe(watcher)
            loop.start()

        def begin(app: Any) -> None:
            from kivy.core.window import Window

            if "free" in sys.argv:
                app._touches._seen.drawn = lambda *_: None
                app._touches._seen.has_seen = lambda *_: True
            finger = Finger(app, Window, islice(cycle(ROUND), touches))
            fingers.append(finger)
            Window.bind(on_flip=finger.flipped)
            loop.post(Touched(app.shown.session, Wake()))

        launch.run(loop.post, subscribe, (width, height), when_shown=begin)
        loop.stop()
    print(json.dumps(fingers[0].times_ms))


def _does_nothing(_effect: Effect) -> None:
    """Nothing is printed or spoken here."""


if __name__ == "__main__":
    main()
