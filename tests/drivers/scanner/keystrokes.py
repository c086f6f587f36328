"""What a scanner types on a US keyboard, as key events by the kernel's own names."""

from __future__ import annotations

from evdev import ecodes

from drivers.scanner.keys import DOWN, UP

_SHIFTED = dict(zip('!@#$%^&*()_+{}|:"~<>?', "1234567890-=[]\\;'`,./", strict=True))
_NAMES = {
    "-": "MINUS", "=": "EQUAL", "[": "LEFTBRACE", "]": "RIGHTBRACE", "\\": "BACKSLASH", ";": "SEMICOLON",
    "'": "APOSTROPHE", "`": "GRAVE", ",": "COMMA", ".": "DOT", "/": "SLASH", " ": "SPACE", "\r": "ENTER",
}  # fmt: skip

KeyEvent = tuple[int, int]
"""Code and value."""


def key(name: str) -> int:
    """By the kernel's own name, so that our table is checked against the kernel's."""
    return int(ecodes.ecodes[f"KEY_{name}"])


def press(*names: str) -> list[KeyEvent]:
    """Keys pressed one after the other and let go of in the other order."""
    codes = [key(name) for name in names]
    return [(code, DOWN) for code in codes] + [(code, UP) for code in reversed(codes)]


def strokes(text: str) -> list[KeyEvent]:
    """The events of a keyboard on which `text` is typed."""
    events: list[KeyEvent] = []
    for letter in text:
        base = _SHIFTED.get(letter, letter.lower())
        name = _NAMES.get(base, base.upper())
        events += press("LEFTSHIFT", name) if base != letter else press(name)
    return events
