"""Every finger on the glass, before any widget hears of it: what counts, and what is nobody's wish.

Here alone is decided whether a touch counts (`ui.seen`, `ui.contacts`). One that does not is kept from all
widgets from its beginning to its end, so nothing looks pressed.

A panel of glass also reports chewing gum, a drop of water or a resting elbow as a finger. It may hold no
button down, and when it goes away at last, that is nobody's wish.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.metrics import dp

from ui.contacts import Contacts
from ui.seen import MOMENT_S, Offer, Offers, Seen, offer_at

STUCK_S = 20.0
"""No finger means to stay so long: a key that is held answers after 0.7 s."""

_LOOK_EVERY_S = 1.0
_FAR_OUTSIDE = -9.0
"""In widths of the window: no widget is there."""


@dataclass(frozen=True, slots=True)
class _Finger:
    """One that counts: since when, by Kivy's frames, and on what; None beside the stage."""

    began_at_s: float
    on: Offer | None


class Touches:
    """Stands before all widgets of a window; between `watch` and `leave`.

    `look` tells what the stage offers now, `on_stage` whether a place belongs to it: what stands beside it
    (the demo's dock) is not the kiosk's face.
    """

    def __init__(self, look: Callable[[], Offers], on_stage: Callable[[float, float], bool]) -> None:
        self._look = look
        self._on_stage = on_stage
        self.read_s: Callable[[], float] = Clock.time
        self._seen = Seen()
        self._contacts = Contacts()
        self._last: tuple[object, float] = (None, 0.0)
        self._fingers: dict[Any, _Finger] = {}
        self._ignored: set[int] = set()
        self._window: Any = None
        self._look_for_stuck = Clock.create_trigger(self._let_go_of_stuck, _LOOK_EVERY_S, interval=True)
        self.look_after_frame = Clock.create_trigger(self.drawn)
        """To be called when what is offered may have changed without a frame being drawn for it."""

    def watch(self, window: Any) -> None:
        self._window = window
        window.bind(on_motion=self._sees, on_flip=self.drawn)

    def leave(self, window: Any) -> None:
        window.unbind(on_motion=self._sees, on_flip=self.drawn)
        self._look_for_stuck.cancel()
        self.look_after_frame.cancel()

    @property
    def are_there(self) -> bool:
        """Whether any finger is on the glass and meant."""
        return bool(self._fingers)

    def drawn(self, *_: object) -> None:
        """What the stage offers is on the glass."""
        self._seen.drawn(self._look(), self.read_s())

    def let_go(self) -> None:
        """Whatever is touched now was not meant for the screen that comes: nothing fires when it ends."""
        for touch in list(self._fingers):
            self._ignore(touch)

    def forget(self) -> None:
        """The stage is built anew: nothing on it was seen yet."""
        self.let_go()
        self._seen.forget()

    def _sees(self, _window: Any, kind: str, touch: Any) -> bool:
        """Whether this is kept from the widgets."""
        if touch.is_touch and kind == "begin":
            return not self._begins(touch)
        if kind == "end":
            self._contacts.ends(touch.uid, self.read_s())
        if touch.uid in self._ignored:
            if kind == "end":
                self._ignored.discard(touch.uid)
            return True
        if kind == "end":
            self._ends(touch)
        return False

    def _begins(self, touch: Any) -> bool:
        """Whether it counts."""
        x, y = self._place(touch)
        at_s = self.read_s()
        new = self._contacts.begins(touch.uid, x / dp(1), y / dp(1), at_s)
        offer = offer_at(self._look(), x, y) if self._on_stage(x, y) else None
        if not new or (self._on_stage(x, y) and not self._is_meant(offer, x, y, at_s)):
            self._ignored.add(touch.uid)
            return False
        if offer is not None:
            self._last = (offer.meaning, at_s)
        self._fingers[touch] = _Finger(Clock.get_time(), offer)
        self._look_for_stuck()
        return True

    def _is_meant(self, offer: Offer | None, x: float, y: float, at_s: float) -> bool:
        if offer is None or offer.meaning is None or not self._seen.has_seen(offer, x, y, at_s):
            return False
        meaning, touched_at_s = self._last
        return offer.repeats or meaning != offer.meaning or at_s - touched_at_s >= MOMENT_S

    def _ends(self, touch: Any) -> None:
        finger = self._fingers.pop(touch, None)
        if finger is not None and finger.on is not None and not self._is_still(finger.on):
            # What was pressed means something else by now.
            touch.sx = touch.sy = _FAR_OUTSIDE

    def _is_still(self, offer: Offer) -> bool:
        return any(now.widget is offer.widget and now.meaning == offer.meaning for now in self._look())

    def _place(self, touch: Any) -> tuple[float, float]:
        """In the window's pixels, as Kivy will tell it to the widgets."""
        return touch.sx * (self._window.width - 1), touch.sy * (self._window.height - 1)

    def _let_go_of_stuck(self, *_: object) -> bool:
        """Goes on for as long as anything is touched: an empty glass costs nothing."""
        for touch, finger in list(self._fingers.items()):
            if Clock.get_time() - finger.began_at_s > STUCK_S:
                self._ignore(touch)
        return bool(self._fingers)

    def _ignore(self, touch: Any) -> None:
        del self._fingers[touch]
        # Who holds it sees it leave and end far outside, which by Kivy's rules presses nothing.
        touch.sx = touch.sy = _FAR_OUTSIDE
        EventLoop.post_dispatch_input("end", touch)
        self._ignored.add(touch.uid)
