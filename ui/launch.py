"""Starting the kiosk's face: Kivy with every way out closed, then the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from appliance.messages import Message
from appliance.status import Status
from ui.display import display_size
from ui.fit import Size, density_of, shrunk_into, with_dock_beside
from ui.leaving import LEAVING

if TYPE_CHECKING:
    from ui.app import Dock, KioskApp

Subscribe = Callable[[Callable[[Status], None]], None]

_TITLE_BAR_PX = 40
_ANY = (1280, 800)
"""Asked for when the size of the screen cannot be told."""


class NoWindow(Exception):
    """Kivy found no way to open a window, for want of OpenGL, EGL or a screen."""


def run(
    post: Callable[[Message], None],
    subscribe: Subscribe,
    size: Size | None,
    dock: Dock | None = None,
    when_shown: Callable[[KioskApp], None] | None = None,
    covers: Path | None = None,
) -> None:
    """Show the kiosk until its window is closed or `LEAVING` is asked for. Raises NoWindow.

    `size` of the kiosk is in pixels; None is the whole screen that is there. `subscribe` is given the
    function that takes each new status, from any thread; of several that come between two frames the last
    one is drawn. `dock` makes what stands to the right of the kiosk, `ui.fit.DOCK_WIDTH_DP` wide (the
    simulators of `make run`). `when_shown` is called once, on Kivy's thread, when the first status is on the
    glass. `covers` is the folder of cover pictures.
    """
    mailbox = Mailbox()
    # First of all: the core opens its library while the window opens.
    subscribe(mailbox.take)
    window = prepare(size, with_dock=dock is not None)
    if LEAVING.asked:
        return
    # Kivy reads its settings when it is imported, so that must come after `prepare`: 25 ms of every start.
    from ui import face

    app = face.make(window, post, dock, when_shown, covers, closable=size is not None)
    mailbox.forward(app.take)
    face.rest_when_quiet(window, app)
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


def prepare(size: Size | None, *, with_dock: bool = False) -> Any:
    """Set up Kivy and open its window, for a kiosk of `size` or in the whole screen; returns the window.

    Kivy must not have been imported. Raises NoWindow.
    """
    wanted = size or display_size() or _ANY
    density = density_of(wanted)
    os.environ |= {
        # SDL makes no mouse out of touches; a real mouse stays a mouse (SDL_hints.h: by its name).
        "SDL_TOUCH_MOUSE_EVENTS": "0",
        # argv is ours, no settings or logs on disk, one layout for every number of pixels.
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_CONFIG": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_LOG_MODE": "PYTHON",
        "KIVY_TEXT": "sdl2",
        # Otherwise Pillow is loaded at every start, and does not draw a picture better.
        "KIVY_IMAGE": "sdl2",
        "KIVY_METRICS_DENSITY": f"{density}",
        "KIVY_METRICS_FONTSCALE": "1",
        "KIVY_DPI": f"{160 * density}",
    }
    size_of_window = with_dock_beside(wanted) if with_dock else wanted
    # Kivy reads the environment when it is imported, 30 ms of every start.
    from ui.opening import open_window

    opened = open_window(size_of_window, fullscreen=size is None, with_dock=with_dock)
    if opened is None:
        raise NoWindow("no window could be opened: are libgl1 and libegl1 installed?")
    return opened


def size_on_desk(wanted: Size) -> Size:
    """`wanted`, made smaller until its window, with the dock and a title bar, fits on the display."""
    room = display_size(usable=True)
    if room is None:
        return wanted
    window = with_dock_beside(wanted)
    fitting = shrunk_into(window, (room[0], room[1] - _TITLE_BAR_PX))
    return wanted[0] * fitting[0] // window[0], wanted[1] * fitting[0] // window[0]
