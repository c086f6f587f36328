"""How often the screen looks at its input and its clock: seldom while nothing is touched and nothing changes.

Looking thirty times a second all night cost 2 % of a core and 44 wake-ups a second. A status is drawn at once
whatever the rate, because Kivy's clock is interrupted by it, and so is a touch (`ui.nudges`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock

QUIET_FPS = 7
"""A clock on the screen, a held key and systemd's watchdog are late by a seventh of a second at most."""
QUIET_AFTER_S = 1.0


class FrameRate:
    """Between `begin` and `end`. `may_rest` is asked before each rest."""

    def __init__(
        self, window: Any, busy_fps: int, may_rest: Callable[[], bool], is_touched: Callable[[], bool]
    ) -> None:
        self._window = window
        self._busy_fps = busy_fps
        self._may_rest = may_rest
        self._is_touched = is_touched
        self._busy_at_s = 0.0
        self._look = Clock.create_trigger(self._rest_if_quiet, QUIET_AFTER_S, interval=True)
        self._take_nudge = Clock.create_trigger(self._be_busy)

    def begin(self) -> None:
        self._window.bind(on_flip=self._be_busy, on_motion=self._be_busy)
        self._look()

    def end(self) -> None:
        self._window.unbind(on_flip=self._be_busy, on_motion=self._be_busy)
        self._look.cancel()
        Clock._max_fps = self._busy_fps

    def nudge(self) -> None:
        """Something arrived; from any thread."""
        self._take_nudge()

    def _be_busy(self, *_: object) -> None:
        """Kivy asks SDL at the end of a frame and tells the widgets in the next, which must come at once."""
        self._busy_at_s = Clock.get_time()
        if Clock._max_fps != self._busy_fps:
            Clock._max_fps = self._busy_fps
            self._look()
            Clock.schedule_once(_nothing)

    def _rest_if_quiet(self, *_: object) -> bool:
        if self._is_touched() or Clock.get_time() - self._busy_at_s < QUIET_AFTER_S or not self._may_rest():
            return True
        Clock._max_fps = QUIET_FPS
        return False


def _nothing(_dt: float) -> None:
    """What is scheduled for the next frame brings it."""
