"""Opening the window with every way out of it closed. Importing this loads Kivy: `launch.prepare` does."""

from __future__ import annotations

import logging
from typing import Any

from kivy.config import Config

import ui.style  # noqa: F401 - from here on Kivy finds our look of its widgets
from ui.fit import Size

FRAMES_PER_S = 30
"""Kivy overshoots by half."""
_SMALLEST = (320, 200)


def open_window(size: Size, *, fullscreen: bool, with_dock: bool) -> Any:
    """The window, or None where Kivy found no way to open one. `size` is in pixels."""
    # Kivy looks for the mtdev library though no input uses it, and logs a traceback where it is missing.
    logging.getLogger("kivy").addFilter(lambda record: "MTDev" not in record.getMessage())
    logging.getLogger("kivy").setLevel(logging.WARNING)
    _configure(size, fullscreen=fullscreen, resizable=with_dock)
    # The import opens the window, so it comes after all settings: 0.1 s of every start.
    from ui.window import fit

    return fit(with_dock=with_dock)


def _configure(size: Size, *, fullscreen: bool, resizable: bool) -> None:
    graphics = {
        "width": size[0],
        "height": size[1],
        "minimum_width": _SMALLEST[0] if resizable else 0,
        "minimum_height": _SMALLEST[1] if resizable else 0,
        "fullscreen": "auto" if fullscreen else "0",
        "show_cursor": 0 if fullscreen else 1,
        "resizable": int(resizable),
        "multisamples": 0,
        "maxfps": FRAMES_PER_S,
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
