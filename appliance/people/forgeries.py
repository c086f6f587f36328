"""Codes of the right form that this library never made, and the pause that grows with them, for each side.

Nothing but cards, badges and slips waits in a pause, and none that is scanned in it is looked at, so that a
machine tries two codes a minute instead of five a second: any of 500 readers' cards would take it two years
instead of five days. The longest pause is short, because whoever comes next waits for its end. It is kept in
memory only: a restart takes as long.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from appliance.model import Side

FREE_TRIES = 4
"""A card of another library, a few times over, costs nobody anything."""
LONGEST_PAUSE_S = 30
FORGIVEN_EVERY_S = 300
"""In so much time without another one try is forgotten."""


def pause_s(tries: int) -> int:
    """Seconds after so many tries: none for four, then 2, 4, 8, 16 and at most 30."""
    return 0 if tries <= FREE_TRIES else min(LONGEST_PAUSE_S, 1 << min(tries - FREE_TRIES, 10))


@dataclass(slots=True)
class _Tries:
    count: int = 0
    last_at_s: float = 0.0
    open_at_s: float = 0.0


@dataclass(slots=True)
class Forgeries:
    """Tries by side; times are uptime. A genuine code forgives none, or one's own card would buy guesses."""

    _of_side: dict[Side, _Tries] = field(default_factory=dict)

    def count(self, side: Side, uptime_s: float) -> float:
        """One more; when codes are looked at again at that side."""
        tries = self._of_side.setdefault(side, _Tries())
        forgiven = int((uptime_s - tries.last_at_s) // FORGIVEN_EVERY_S)
        tries.count = max(0, tries.count - forgiven) + 1
        tries.last_at_s = uptime_s
        tries.open_at_s = uptime_s + pause_s(tries.count)
        return tries.open_at_s

    def open_at_s(self, side: Side) -> float:
        """When codes are looked at again; in the past where there is no pause."""
        tries = self._of_side.get(side)
        return tries.open_at_s if tries else 0.0
