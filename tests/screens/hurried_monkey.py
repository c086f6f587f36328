"""A monkey in a hurry: everything twice, scans while a finger is on its way, and a clock that jumps."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from appliance.messages import Scanned, Ticked
from appliance.model import Side
from tests.screens import sdl_events as sdl
from tests.screens.kiosk_driver import KioskDriver
from tests.screens.monkey import Monkey

APART_S = (0.02, 0.06, 0.15, 0.3, 0.4)
_AT_THE_DESK = 12
_JUMPS_H = (-26, -1, 1, 26, 24 * 9)


class HurriedMonkey(Monkey):
    """What the other does, and what hands in a hurry do."""

    def __init__(self, driver: KioskDriver, folder: Path, seed: int) -> None:
        super().__init__(driver, folder, seed)
        self._jumped = timedelta()
        self._ways |= {
            self._tap_twice: 20,
            self._scan_under_a_finger: 5,
            self._borrow_twice: 2,
            self._be_a_guard: 2,
            self._clock_jumps: 1,
        }

    def _tap(self, x: float, y: float) -> None:
        self.acted += 1
        super()._tap(x, y)

    def _type_pin(self) -> None:
        """Also where the keys show Khmer digits."""
        keys = self._driver.app.stage.screen.keys
        for digit in (4, 8, 2, 9, 1, 3):
            self._tap(*keys[digit].to_window(*keys[digit].center))

    def _tap_twice(self) -> None:
        buttons = self._driver.touchables()
        if buttons:
            button = self.random.choice(buttons)
            self._twice(*button.to_window(*button.center))

    def _twice(self, x: float, y: float) -> None:
        """Now and then somebody scans in between."""
        self._tap(x, y)
        apart_s = self.random.choice(APART_S)
        self.catch_up(apart_s / 2)
        if self.random.random() < 0.3:
            self._scan()
        self.catch_up(apart_s / 2)
        self._tap(x, y)
        self.catch_up()

    def _scan_under_a_finger(self) -> None:
        """The finger is on its way, or on the glass already."""
        buttons = self._driver.touchables()
        if not buttons:
            return
        button = self.random.choice(buttons)
        place = button.to_window(*button.center)
        if self.random.random() < 0.5:
            self._scan()
            self.catch_up(self.random.choice(APART_S))
            self._tap(*place)
        else:
            finger = self._free_finger()
            self._finger(sdl.FINGER_DOWN, finger, *place)
            self.catch_up(self.random.choice(APART_S))
            self._scan()
            self.catch_up(self.random.choice(APART_S))
            if finger in self._down:
                self._finger(sdl.FINGER_UP, finger, *place)

    def _borrow_twice(self) -> None:
        self._press("home")
        self.loop.post(Scanned(self.random.choice(self._cards)))
        for code in self.random.choices(self._books, k=2):
            self.catch_up(0.3)
            self.loop.post(Scanned(code))
        self.catch_up(self.random.choice((*APART_S, 0.6)))
        if self.random.random() < 0.5:
            # One book more, while the finger is on the button that asks for those before.
            self.loop.post(Scanned(self.random.choice(self._books)))
        self._twice_on("approved")

    def _be_a_guard(self) -> None:
        """Some have asked and gone; then a dozen answers, each twice, with scans from both sides."""
        self._bring_back()
        for _ in range(self.random.randint(1, 3)):
            self._ask()
        self._press("home")
        self._sign_in_only()
        for _ in range(_AT_THE_DESK):
            self._twice_on(self.random.choice(("approve", "decline", "open")))
            if self.random.random() < 0.5:
                self.loop.post(Scanned(self.random.choice(self._books), self.random.choice(list(Side))))
            self.catch_up()

    def _bring_back(self) -> None:
        """Or soon nothing is left to be asked for."""
        self._press("home")
        self._press("return")
        for code in self._books:
            self.loop.post(Scanned(code))
            self.catch_up(0.1)

    def _twice_on(self, name: str) -> None:
        named = [widget for widget in self._driver.touchables() if getattr(widget, "name", "") == name]
        if named:
            button = self.random.choice(named)
            self._twice(*button.to_window(*button.center))

    def _clock_jumps(self) -> None:
        """There and, some time later, back: the machine's own clock was set, or its battery died."""
        if self._jumped:
            self._now, self._jumped = self._now - self._jumped, timedelta()
        else:
            self._jumped = timedelta(hours=self.random.choice(_JUMPS_H))
            self._now += self._jumped
        self.loop.post(Ticked(self._now, self._uptime_s))
