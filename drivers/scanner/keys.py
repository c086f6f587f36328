"""A scanner that types: Linux key events become the bytes it meant, whatever layout the machine is set to.

Such a scanner plays a US keyboard. The system would read a Khmer or French layout into it, so the events are
decoded by a table of our own. Codes are those of linux/input-event-codes.h.
"""

from __future__ import annotations

from dataclasses import dataclass, field

EV_SYN, EV_KEY = 0, 1
SYN_DROPPED = 3
UP, DOWN = 0, 1
"""Values of a key event; 2 is the kernel's own repeat of a key held down, which is no scan."""

_CTRL = frozenset({29, 97})
_SHIFT = frozenset({42, 54})
_SILENT = frozenset({58, 69, 70})
"""Caps lock, num lock and scroll lock: a scanner may touch them to learn their state."""

_UNSHIFTED = {
    **dict(zip(range(2, 14), "1234567890-=", strict=True)),
    **dict(zip(range(16, 28), "qwertyuiop[]", strict=True)),
    **dict(zip(range(30, 42), "asdfghjkl;'`", strict=True)),
    **dict(zip(range(43, 54), "\\zxcvbnm,./", strict=True)),
    57: " ",
}
_SHIFTED = {
    **dict(zip(range(2, 14), "!@#$%^&*()_+", strict=True)),
    **dict(zip(range(16, 28), "QWERTYUIOP{}", strict=True)),
    **dict(zip(range(30, 42), 'ASDFGHJKL:"~', strict=True)),
    **dict(zip(range(43, 54), "|ZXCVBNM<>?", strict=True)),
    57: " ",
}
_KEYPAD = dict(
    zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82, 83, 55, 74, 78, 98), "7894561230.*-+/", strict=True)
)
"""With num lock on, which is what a scanner that uses these keys means."""
_ENDS = {28: b"\r", 96: b"\r", 15: b"\t"}
"""Enter, the keypad's Enter, Tab."""

NO_LETTER = b"\x00"
"""A key that stands for no letter: it makes its scan unreadable, since nothing is guessed."""


@dataclass(slots=True)
class KeyDecoder:
    """Keeps which shift and control keys are down."""

    _held: set[int] = field(default_factory=set)
    _caps: bool = False

    def feed(self, code: int, value: int) -> bytes:
        """The bytes that one EV_KEY event means: none, one letter, an end, or `NO_LETTER`."""
        if code in _SHIFT or code in _CTRL:
            (self._held.discard if value == UP else self._held.add)(code)
        elif value == DOWN:
            return self._pressed(code)
        return b""

    def forget(self) -> None:
        """Events were lost: nothing is known of which keys are down."""
        self._held.clear()
        self._caps = False

    def _pressed(self, code: int) -> bytes:
        if code == 58:
            self._caps = not self._caps
        if code in _SILENT:
            return b""
        if code in _ENDS:
            return _ENDS[code]
        letter = self._letter(code)
        if letter is None:
            return NO_LETTER
        return _control(letter) if self._held & _CTRL else letter.encode("ascii")

    def _letter(self, code: int) -> str | None:
        if code in _KEYPAD:
            return _KEYPAD[code]
        letter = (_SHIFTED if self._held & _SHIFT else _UNSHIFTED).get(code)
        return letter.swapcase() if letter and self._caps else letter


def _control(letter: str) -> bytes:
    """Ctrl and `]` is how a scanner types GS (0x1D), the separator of GS1 codes."""
    if "@" <= letter.upper() <= "_":
        return bytes([ord(letter.upper()) & 0x1F])
    return NO_LETTER
