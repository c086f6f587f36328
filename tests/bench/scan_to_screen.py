"""Posts scans into a running kiosk with a real window, and times each until its confirmation is flipped.

Run as a program of its own: `python -m tests.bench.scan_to_screen WIDTH HEIGHT SCANS`; prints the times of
all measured scans in milliseconds as a JSON list.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from appliance.effects import Effect
from appliance.loop import Loop
from appliance.messages import AskForLoan, Command, GoHome, Message, Scanned, StartReturning, Touched
from appliance.status import Approved, Basket, Home, Returning, Scene, TitlePage
from drivers.clock.system import read_clock
from tests.flows.storyboard import open_kiosk, open_storyboard
from ui import launch

Arrived = Callable[[Scene], bool]
Step = tuple[Message | Command, Arrived, bool]
"""What is posted, the scene that confirms it, and whether it is measured."""


def steps(card: str, scans: int) -> Iterator[Step]:
    """Loans and returns of five books; every scan of a card or a book is measured, touches are not."""
    measured = 0
    while measured < scans:
        for barcode in ("B1", "B2", "B3", "B4", "B5"):
            yield Scanned(barcode), lambda scene: isinstance(scene, TitlePage), True
            yield Scanned(card), lambda scene: isinstance(scene, Basket), True
            yield Scanned(barcode), lambda scene: isinstance(scene, Basket) and len(scene.lines) == 1, True
            yield AskForLoan(), lambda scene: isinstance(scene, Approved), False
            yield GoHome(), lambda scene: isinstance(scene, Home), False
            yield StartReturning(), lambda scene: isinstance(scene, Returning), False
            yield Scanned(barcode), lambda scene: isinstance(scene, Returning) and len(scene.lines) == 1, True
            yield GoHome(), lambda scene: isinstance(scene, Home), False
            measured += 4


class Stopwatch:
    """Posts a step, waits until a frame that shows its confirmation was flipped, posts the next."""

    def __init__(self, app: Any, post: Callable[[Message], None], todo: Iterator[Step]) -> None:
        self._app, self._post, self._todo = app, post, todo
        self._current: Step | None = None
        self._posted_at = 0.0
        self.times_ms: list[float] = []

    def flipped(self, *_: object) -> None:
        from kivy.graphics.opengl import glFinish

        # A flip without a display waits for nothing: llvmpipe would still be drawing, and the debt of every
        # frame so far would be paid by the first one that makes a texture.
        glFinish()
        if self._current is None or not self._current[1](self._app.shown.scene):
            return
        if self._current[2]:
            self.times_ms.append((time.perf_counter() - self._posted_at) * 1e3)
        self._current = None

    def go_on(self, _dt: float) -> bool:
        if self._current is not None:
            return True
        self._current = next(self._todo, None)
        if self._current is None:
            self._app.stop()
            return False
        what = self._current[0]
        message = what if isinstance(what, Scanned) else Touched(self._app.shown.session, what)
        self._posted_at = time.perf_counter()
        self._post(message)
        return True


def main() -> None:
    width, height, scans = (int(word) for word in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = open_storyboard(folder)
        card = story.card_of("Chanthy")
        # The same reader borrows the same five books all the time: else they would have to rest.
        story.store.register.change_setting("rest_days", 0)
        story.store.close()
        loop = Loop(lambda: open_kiosk(folder), read_clock, _print_nothing)
        watches: list[Stopwatch] = []

        def subscribe(watcher: Callable[..., None]) -> None:
            loop.subscribe(watcher)
            loop.start()

        def begin(app: Any) -> None:
            from kivy.clock import Clock
            from kivy.core.window import Window

            watch = Stopwatch(app, loop.post, steps(card, scans))
            watches.append(watch)
            Window.bind(on_flip=watch.flipped)
            # Posted from a frame of its own now and then, as scans come at any moment of a frame.
            Clock.schedule_interval(watch.go_on, 0.037)

        launch.run(loop.post, subscribe, (width, height), when_shown=begin)
        loop.stop()
    print(json.dumps(watches[0].times_ms))


def _print_nothing(_effect: Effect) -> None:
    """The printer is another bench's business."""


if __name__ == "__main__":
    main()
