"""Real fingers from SDL. Kivy takes them on telephones only and sees a panel on Linux as a mouse.

A mouse has one pointer, and SDL moves it by the first finger alone until that one leaves: chewing gum on the
glass would be the only thing the kiosk ever feels.
"""

from __future__ import annotations

from typing import Any

from kivy.core.window.window_sdl2 import SDL2MotionEventProvider

_FINGERS = ("fingerdown", "fingermotion", "fingerup")


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
        event = self._window.poll()
        if event and event[0] in _FINGERS:
            SDL2MotionEventProvider.q.appendleft(event)
        return event
