"""How large the display is, before there is a window. Kivy cannot tell; SDL, which it brings along, can.

A window that fills the screen must be asked for at the screen's size: without a window manager X11 would
leave it at the size asked for, and SDL would draw as if it had grown.
"""

from __future__ import annotations

import ctypes
from importlib.util import find_spec
from pathlib import Path

_VIDEO = 0x20
"""SDL.h: SDL_INIT_VIDEO. It stays begun for Kivy's window: SDL counts who wants it."""


class _Rect(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height")]


def display_size(*, usable: bool = False) -> tuple[int, int] | None:
    """Width and height in pixels of the first display, or of what panels leave free on it when `usable`.

    None when it cannot be told.
    """
    sdl = _sdl()
    if sdl is None or sdl.SDL_InitSubSystem(_VIDEO) != 0:
        return None
    bounds = _Rect()
    ask = sdl.SDL_GetDisplayUsableBounds if usable else sdl.SDL_GetDisplayBounds
    if ask(0, ctypes.byref(bounds)) != 0 or min(bounds.width, bounds.height) <= 0:
        return None
    return bounds.width, bounds.height


def _sdl() -> ctypes.CDLL | None:
    kivy = find_spec("kivy")
    if kivy is None or kivy.origin is None:
        return None
    # In a wheel it lies beside the package; the window then uses this very copy.
    for path in sorted((Path(kivy.origin).parent.parent / "Kivy.libs").glob("libSDL2-2*.so*")):
        return ctypes.CDLL(str(path))
    return None
