"""What the glass offered and since when: a touch counts only where what it hits has been seen.

This is the whole face's one rule (decision 14). No Kivy in here, so that it can be tried with any times.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

MOMENT_S = 0.4
"""So long what is under a finger must have been drawn before the finger came down. Nobody sees, decides and
reaches faster, and what a double tap brings up is younger than this when the second tap comes."""

LETTER_MOMENT_S = 0.2
"""For keys, whose letter or digit is seen at once and erased by one touch: quick typists turn to a page of
signs and back within it."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in the window's pixels."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A place that can be touched, and what a touch there would mean; None means nothing at all."""

    box: Box
    meaning: object
    moment_s: float = MOMENT_S
    repeats: bool = False
    """A second touch at once is a second wish, as with a letter; else it is the same wish once more."""
    widget: object = field(default=None, compare=False)


Offers = Sequence[Offer]
"""Those on the screen, in the order in which a touch asks them."""


def offer_at(offers: Offers, x: float, y: float) -> Offer | None:
    """Which of `offers` a touch at this place would reach."""
    for offer in offers:
        left, bottom, right, top = offer.box
        if left <= x <= right and bottom <= y <= top:
            return offer
    return None


class Seen:
    """Remembers the frames of the last moment. All times are seconds of one clock that never steps back."""

    def __init__(self) -> None:
        self._frames: deque[tuple[float, Offers]] = deque()

    def drawn(self, offers: Offers, at_s: float) -> None:
        """From now on `offers` are on the glass."""
        if self._frames and self._frames[-1][1] == offers:
            return
        self._frames.append((at_s, offers))
        while len(self._frames) > 1 and self._frames[1][0] <= at_s - MOMENT_S:
            self._frames.popleft()

    def has_seen(self, offer: Offer, x: float, y: float, at_s: float) -> bool:
        """Whether, at this place, every frame of the last moment offered what `offer` means."""
        since_s = at_s - offer.moment_s
        for drawn_at_s, offers in reversed(self._frames):
            there = offer_at(offers, x, y)
            if there is None or there.meaning != offer.meaning:
                return False
            if drawn_at_s <= since_s:
                return True
        return False

    def forget(self) -> None:
        """All widgets are built anew."""
        self._frames.clear()
