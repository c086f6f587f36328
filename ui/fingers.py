"""Real fingers from SDL. Kivy takes them on telephones only and sees a panel on Linux as a mouse.

A mouse has one pointer, and SDL moves it by the first finger alone until that one leaves: chewing gum on the
glass would be the only thing the kiosk ever feels.
"""

from __future__ import annotations

import os
from typing import Any

_FINGERS = ("fingerdown", "fingermotion", "fingerup")


def prefer_fingers() -> None:
    """SDL makes no mouse out of touches; before Kivy opens its window. A real mouse stays a mouse."""
    # SDL_hints.h: SDL_HINT_TOUCH_MOUSE_EVENTS, read from the environment by its name.
    os.environ["SDL_TOUCH_MOUSE_EVENTS"] = "0"


def hear_fingers(window: Any) -> None:
    """Let Kivy's own provider of fingers, which runs but is never told of any, hear those of `window`."""
    if not isinstance(window._win, _HeardWindow):
        window._win = _HeardWindow(window._win)


class _HeardWindow:
    """SDL's window as Kivy knows it; its fingers go where Kivy's own window sends them on a telephone."""

    def __init__(self, window: Any) -> None:
        self._window = window

    def __getattr__(self, name: str) -> Any:
        return getattr(self._window, name)

    def poll(self) -> Any:
        # Kivy opens its window when this is imported, so that must come after `launch.prepare`.
        from kivy.core.window.window_sdl2 import SDL2MotionEventProvider

        event = self._window.poll()
        if event and event[0] in _FINGERS:
            SDL2MotionEventProvider.q.appendleft(event)
        return event
