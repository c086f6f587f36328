"""The kiosk's face in its window, until it is closed. Imported, as all of Kivy, after `launch.prepare`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from appliance.messages import Message
from ui.app import Dock, KioskApp
from ui.frame_rate import FrameRate
from ui.nudges import Nudges
from ui.opening import FRAMES_PER_S
from ui.widgets.covers.cover import Cover
from ui.window import end_when_asked

WhenShown = Callable[[KioskApp], None]


def make(
    window: Any,
    post: Callable[[Message], None],
    dock: Dock | None,
    when_shown: WhenShown | None,
    covers: Path | None,
    *,
    closable: bool,
) -> KioskApp:
    """The app, to be given statuses and then run. `when_shown` is called when the first is on the glass."""
    Cover.folder = covers
    app = KioskApp(post, dock, closable=closable)
    if when_shown is not None:
        _call_when_shown(window, app, when_shown)
    end_when_asked()
    return app


def rest_when_quiet(window: Any, app: KioskApp) -> None:
    """Fewer frames while nothing is touched and nothing new is shown; a finger ends the rest at once."""

    def nudge() -> None:
        rate.nudge()

    rate = FrameRate(window, FRAMES_PER_S, Nudges(nudge).hear_all, lambda: app.is_touched)
    rate.begin()


def _call_when_shown(window: Any, app: KioskApp, call: WhenShown) -> None:
    def flipped(*_: object) -> None:
        if app.shown is not None:
            window.unbind(on_flip=flipped)
            call(app)

    window.bind(on_flip=flipped)
