"""One tap that a panel tells as two: a contact that bounces, or a fingertip felt in two places."""

from __future__ import annotations

BOUNCE_S = 0.04
"""A finger cannot leave and be back so soon. Android takes such a pair for one tap too (decision 14)."""

_SPLIT_S = 1.0
"""A fingertip may be felt as two while it lies there. What lies longer is gum: nothing beside it is deaf."""

_NEAR_DP = 24
"""Half of a target: two fingertips do not stand so close."""

Contact = tuple[float, float, float]
"""Where, and when it began or left."""


class Contacts:
    """Every finger that is on the glass or was there just now. Places are in dp, times in seconds."""

    def __init__(self) -> None:
        self._down: dict[object, Contact] = {}
        self._left: list[Contact] = []

    def begins(self, finger: object, x: float, y: float, at_s: float) -> bool:
        """Whether this is a new contact, and not one that was told already."""
        self._left = [one for one in self._left if at_s - one[2] < BOUNCE_S]
        known = [*self._left, *(one for one in self._down.values() if at_s - one[2] < _SPLIT_S)]
        self._down[finger] = (x, y, at_s)
        return not any(abs(x - old[0]) <= _NEAR_DP and abs(y - old[1]) <= _NEAR_DP for old in known)

    def ends(self, finger: object, at_s: float) -> None:
        contact = self._down.pop(finger, None)
        if contact is not None:
            self._left.append((*contact[:2], at_s))
