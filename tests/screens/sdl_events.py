"""What the hardware would tell SDL, put into SDL's own queue (SDL_events.h of SDL 2)."""

from __future__ import annotations

import ctypes
from ctypes import c_char, c_float, c_int32, c_int64, c_uint8, c_uint16, c_uint32
from functools import cache
from pathlib import Path
from typing import Any

QUIT, KEY_DOWN, KEY_UP, TEXT_INPUT = 0x100, 0x300, 0x301, 0x303
FINGER_DOWN, FINGER_UP, FINGER_MOTION = 0x700, 0x701, 0x702


class _Finger(ctypes.Structure):
    _fields_ = [
        ("type", c_uint32),
        ("timestamp", c_uint32),
        ("touch_id", c_int64),
        ("finger_id", c_int64),
        ("x", c_float),
        ("y", c_float),
        ("dx", c_float),
        ("dy", c_float),
        ("pressure", c_float),
        ("window_id", c_uint32),
    ]


class _Key(ctypes.Structure):
    _fields_ = [
        ("type", c_uint32),
        ("timestamp", c_uint32),
        ("window_id", c_uint32),
        ("state", c_uint8),
        ("repeat", c_uint8),
        ("padding", c_uint16),
        ("scancode", c_int32),
        ("code", c_int32),
        ("modifiers", c_uint16),
        ("unused", c_uint32),
    ]


class _Text(ctypes.Structure):
    _fields_ = [
        ("type", c_uint32),
        ("timestamp", c_uint32),
        ("window_id", c_uint32),
        ("text", c_char * 32),
    ]


class _Event(ctypes.Union):
    _fields_ = [
        ("type", c_uint32),
        ("finger", _Finger),
        ("key", _Key),
        ("text", _Text),
        ("size", c_uint8 * 56),
    ]


@cache
def _sdl() -> Any:
    """The SDL that Kivy has loaded, not another one."""
    mapped = {line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    return ctypes.CDLL(next(path for path in mapped if Path(path).name.startswith("libSDL2-2")))


def push_finger(kind: int, finger: int, x: float, y: float) -> None:
    """`x` and `y` are parts of the window, from above left."""
    _push(_Event(finger=_Finger(type=kind, touch_id=1, finger_id=finger, x=x, y=y, pressure=1)))


def push_key(kind: int, code: int, modifiers: int = 0) -> None:
    """`code` is an SDL_Keycode; `modifiers` are KMOD_ bits."""
    down = int(kind == KEY_DOWN)
    _push(_Event(key=_Key(type=kind, state=down, code=code, modifiers=modifiers)))


def push_text(text: str) -> None:
    _push(_Event(text=_Text(type=TEXT_INPUT, text=text.encode()[:31])))


def push_quit() -> None:
    """Alt-F4, or a window manager that wants the window closed."""
    _push(_Event(type=QUIT))


def _push(event: _Event) -> None:
    assert _sdl().SDL_PushEvent(ctypes.byref(event)) == 1
