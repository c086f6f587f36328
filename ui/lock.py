"""What a window does by itself, switched off: keys, text, dropped files, and being closed.

The kiosk has its own keyboard on the glass. A real one can only come from somebody who opened the case, or
from a scanner that types; Kivy's answers to it (Esc ends, F1 opens settings) are a way out.
"""

from __future__ import annotations

from typing import Any

_UNHEARD = (
    "on_key_down",
    "on_key_up",
    "on_keyboard",
    "on_textinput",
    "on_textedit",
    "on_drop_begin",
    "on_drop_file",
    "on_drop_text",
    "on_drop_end",
    "on_joy_axis",
    "on_joy_ball",
    "on_joy_hat",
    "on_joy_button_down",
    "on_joy_button_up",
)


def lock(window: Any, *, closable: bool) -> None:
    """Make `window` deaf to all but touches. `closable` windows are those of a demonstration on a desk."""
    unlock(window)
    window.bind(**dict.fromkeys(_UNHEARD, _swallow))
    if not closable:
        window.bind(on_request_close=_swallow)


def unlock(window: Any) -> None:
    window.unbind(**dict.fromkeys((*_UNHEARD, "on_request_close"), _swallow))


def _swallow(*_: object, **__: object) -> bool:
    """By Kivy's rules: it was dealt with, and nobody else hears of it."""
    return True
