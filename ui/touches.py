"""Every finger on the glass: one that never leaves (gum, water) is let go of, and so is one left behind.

A panel of glass reports chewing gum, a drop of water or a resting elbow as a finger. It may hold no button
down, and when it goes away at last, that is nobody's wish.
"""

from __future__ import annotations

from typing import Any

from kivy.base import EventLoop
from kivy.clock import Clock

STUCK_S = 20.0
"""No finger means to stay so long: a key that is held answers after 0.7 s."""

_LOOK_EVERY_S = 1.0
_FAR_OUTSIDE = -9.0
"""In widths of the window: no widget is there."""


class Touches:
    """Stands before all widgets of a window; between `watch` and `leave`."""

    def __init__(self) -> None:
        self._began_at_s: dict[Any, float] = {}
        self._ignored: set[int] = set()
        self._look = Clock.create_trigger(self._let_go_of_stuck, _LOOK_EVERY_S, interval=True)

    def watch(self, window: Any) -> None:
        window.bind(on_motion=self._sees)

    def leave(self, window: Any) -> None:
        window.unbind(on_motion=self._sees)
        self._look.cancel()

    @property
    def are_there(self) -> bool:
        """Whether any finger is on the glass and meant."""
        return bool(self._began_at_s)

    def let_go(self) -> None:
        """Whatever is touched now was not meant for the screen that comes: nothing fires when it ends."""
        for touch in list(self._began_at_s):
            self._ignore(touch)

    def _sees(self, _window: Any, kind: str, touch: Any) -> bool:
        """Whether this is kept from the widgets."""
        if touch.uid in self._ignored:
            if kind == "end":
                self._ignored.discard(touch.uid)
            return True
        if kind == "begin" and touch.is_touch:
            self._began_at_s[touch] = Clock.get_time()
            self._look()
        elif kind == "end":
            self._began_at_s.pop(touch, None)
        return False

    def _let_go_of_stuck(self, *_: object) -> bool:
        """Goes on for as long as anything is touched: an empty glass costs nothing."""
        for touch, began_at_s in list(self._began_at_s.items()):
            if Clock.get_time() - began_at_s > STUCK_S:
                self._ignore(touch)
        return bool(self._began_at_s)

    def _ignore(self, touch: Any) -> None:
        del self._began_at_s[touch]
        # Who holds it sees it leave and end far outside, which by Kivy's rules presses nothing.
        touch.sx = touch.sy = _FAR_OUTSIDE
        EventLoop.post_dispatch_input("end", touch)
        self._ignored.add(touch.uid)
