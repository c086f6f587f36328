"""Who lives: each part of the program beats, and a part that was not heard for too long hangs."""

from __future__ import annotations

from collections.abc import Iterable


class Heartbeat:
    """Remembers when each part was heard last; times are seconds of a clock that never jumps."""

    def __init__(self, parts: Iterable[str], within_s: float, now_s: float) -> None:
        self._within_s = within_s
        self._heard_at_s = dict.fromkeys(parts, now_s)

    def beat(self, part: str, now_s: float) -> None:
        """`part` lives; from any thread. Raises KeyError for a part that was not named at the start."""
        self._heard_at_s[part]  # a misspelt part would beat in vain
        self._heard_at_s[part] = now_s

    def silent(self, now_s: float) -> dict[str, float]:
        """The parts that hang, and for how many seconds; nothing when all live."""
        return {
            part: now_s - heard_at_s
            for part, heard_at_s in self._heard_at_s.items()
            if now_s - heard_at_s > self._within_s
        }
