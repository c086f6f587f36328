"""The window that is open: its size, its end. Kivy reads its settings when it is imported, so this
module is imported only after `launch.prepare` has made them."""

from __future__ import annotations

from typing import Any

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.metrics import Metrics

from ui.fingers import hear_fingers
from ui.fit import density_of
from ui.leaving import LEAVING
from ui.text import install


def fit(*, with_dock: bool) -> Any:
    """Draw for the window that was opened, not for the one asked for: a desktop may keep some of it back.

    The window, or None where Kivy found no way to open one.
    """
    if Window is not None:
        Metrics.density = density_of(tuple(Window.size), with_dock=with_dock)
        hear_fingers(Window)
        install()
    return Window


def end_when_asked() -> None:
    """Let `LEAVING` end the loop that runs now or begins later."""

    def end(*_: object) -> None:
        EventLoop.quit = True

    # Kivy forgets such a wish when its loop begins: there it is told once more.
    EventLoop.bind(on_start=lambda *_: LEAVING.end_window_by(end))
