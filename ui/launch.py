"""Starting the kiosk's face: Kivy shut up tight, then the window."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from appliance.messages import Message
from appliance.status import Status
from ui import theme
from ui.fingers import hear_fingers, prefer_fingers

if TYPE_CHECKING:
    from ui.app import Dock, KioskApp

Subscribe = Callable[[Callable[[Status], None]], None]

DOCK_WIDTH_DP = 250
_FRAMES_PER_S = 30
"""Kivy overshoots by half; an idle window costs 2 % of a core for looking at its input."""


class NoWindow(Exception):
    """Kivy found no way to open a window, for want of OpenGL, EGL or a screen."""


def run(
    post: Callable[[Message], None],
    subscribe: Subscribe,
    size: tuple[int, int],
    fullscreen: bool,
    dock: Dock | None = None,
    when_shown: Callable[[KioskApp], None] | None = None,
    covers: Path | None = None,
) -> None:
    """Show the kiosk until its window is closed. Raises NoWindow.

    `size` is in pixels. `subscribe` is given the function that takes each new status, from any thread; of
    several that come between two frames the last one is drawn. `dock` makes what stands to the right of the
    kiosk, `DOCK_WIDTH_DP` wide (the simulators of `make run`). `when_shown` is called once, on Kivy's thread,
    when the first status is on the glass. `covers` is the folder of cover pictures.
    """
    mailbox = Mailbox()
    # First of all: the core opens its library while the window opens.
    subscribe(mailbox.take)
    prepare(size, fullscreen, with_dock=dock is not None)
    # Kivy reads its settings when it is imported, so that must come after `prepare`.
    from ui.app import KioskApp
    from ui.widgets.covers.cover import Cover

    Cover.folder = covers
    app = KioskApp(post, size, dock, closable=not fullscreen)
    mailbox.forward(app.take)
    if when_shown is not None:
        _call_when_shown(app, when_shown)
    app.run()


class Mailbox:
    """Keeps the latest status until there is an app to show it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._latest: Status | None = None
        self._forward: Callable[[Status], None] | None = None

    def take(self, status: Status) -> None:
        """From the core's thread."""
        with self._lock:
            self._latest = status
            if self._forward is not None:
                self._forward(status)

    def forward(self, take: Callable[[Status], None]) -> None:
        """From now on `take` gets every status, and at once the latest."""
        with self._lock:
            self._forward = take
            if self._latest is not None:
                take(self._latest)


def _call_when_shown(app: KioskApp, call: Callable[[KioskApp], None]) -> None:
    from kivy.core.window import Window

    def flipped(*_: object) -> None:
        if app.shown is not None:
            Window.unbind(on_flip=flipped)
            call(app)

    Window.bind(on_flip=flipped)


def prepare(size: tuple[int, int], fullscreen: bool, *, with_dock: bool = False) -> None:
    """Set up Kivy and open its window. Kivy must not have been imported. Raises NoWindow."""
    density = size[0] / theme.WIDTH
    os.environ |= {
        # argv is ours, no settings or logs on disk, one layout for every number of pixels.
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_CONFIG": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_LOG_MODE": "PYTHON",
        "KIVY_TEXT": "sdl2",
        "KIVY_METRICS_DENSITY": f"{density}",
        "KIVY_METRICS_FONTSCALE": "1",
        "KIVY_DPI": f"{160 * density}",
    }
    prefer_fingers()
    _configure(size[0] + (round(DOCK_WIDTH_DP * density) if with_dock else 0), size[1], fullscreen)
    # Kivy looks for the mtdev library though no input uses it, and logs a traceback where it is missing.
    logging.getLogger("kivy").addFilter(lambda record: "MTDev" not in record.getMessage())
    logging.getLogger("kivy").setLevel(logging.WARNING)
    from kivy.core.window import Window

    if Window is None:
        raise NoWindow("no window could be opened: are libgl1 and libegl1 installed?")
    from ui.text import install

    hear_fingers(Window)
    install()


def _configure(width_px: int, height_px: int, fullscreen: bool) -> None:
    from kivy.config import Config

    graphics = {
        "width": width_px,
        "height": height_px,
        "fullscreen": "auto" if fullscreen else "0",
        "show_cursor": 0 if fullscreen else 1,
        "resizable": 0,
        "multisamples": 0,
        "maxfps": _FRAMES_PER_S,
    }
    for name, value in graphics.items():
        Config.set("graphics", name, str(value))
    Config.set("kivy", "exit_on_escape", "0")
    Config.set("kivy", "pause_on_minimize", "0")
    # A status that arrives is drawn at once, not when the frame's time is up.
    Config.set("kivy", "kivy_clock", "interrupt")
    # SDL's mouse and fingers are the only touches; a second source (mtdev, hidinput) would touch twice.
    for name in list(Config.options("input")):
        Config.remove_option("input", name)
    Config.set("input", "mouse", "mouse,disable_multitouch")
    for name in list(Config.options("modules")):
        Config.remove_option("modules", name)


def call_later(call: Callable[[], None], after_s: float) -> None:
    """Call `call` on Kivy's thread, `after_s` seconds from now. The window must be open."""
    from kivy.clock import Clock

    Clock.schedule_once(lambda _: call(), after_s)


def call_every(call: Callable[[], None], every_s: float) -> None:
    """Call `call` on Kivy's thread every `every_s` seconds, as long as the window is open."""
    from kivy.clock import Clock

    Clock.schedule_interval(lambda _: call(), every_s)
