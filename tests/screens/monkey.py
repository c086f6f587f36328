"""Somebody who does anything at all: with ten fingers, a keyboard, and whatever can be scanned."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event

from appliance.messages import Message, Scanned, Ticked
from appliance.model import Side
from appliance.paper.codes import slip_code
from appliance.status import GuardSignIn
from tests.flows.storyboard import BOOKS, MONDAY, open_storyboard
from tests.screens import sdl_events as sdl
from tests.screens.kiosk_driver import KioskDriver
from tests.screens.monkey_house import device_tells, open_loop
from tests.screens.witness import Witness

READERS = ("Dara", "Sophea", "Vichet", "Chanthy")
STAFF = ("Guard Rith", "Librarian Mony", "Technician Sam")
KEYS = (*range(8, 128), *(0x40000000 | scancode for scancode in range(0x39, 0x11B)))
"""SDL_keycode.h: all that have a character, and all that have none (F1 to F24, Super, volume, sleep ...)."""
ACTIONS_A_FRAME = 4
DRAWN_EVERY = 8
PAUSES_S = (0.03, 0.06, 0.15, 0.4, 0.5, 1.0)
"""From one frame to the next, for what decides whether a touch counts."""
_FINGERS = 10


class Monkey:
    """Plays with a whole kiosk, its core and its glass, over a small library in `folder`."""

    def __init__(self, driver: KioskDriver, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        story = open_storyboard(folder)
        self._cards = [story.card_of(name) for name in READERS]
        self._books = [book[0] for book in BOOKS]
        self._codes = self._cards + self._books
        self._codes += [slip_code(story.library.card_key, number) for number in range(1, 4)]
        self._badges = [story.badge_of(name) for name in STAFF]
        # Its few readers ask for all there is, thousands of times: nothing may have to rest.
        for rule in ("rest_days", "ask_again_days"):
            story.store.register.change_setting(rule, 0)
        story.store.close()
        self._driver = driver
        self._now, self._uptime_s = MONDAY, 0.0
        self.witness = Witness(driver)
        self.loop = open_loop(folder, self._clock, Random(seed), self.witness)
        self.loop.subscribe(driver.app.take)
        driver.app._post = self._post
        self._caught_up = 0
        self.has_ended = False
        self._down: dict[int, tuple[float, float]] = {}
        self.visited: Counter[str] = Counter()
        self.done: Counter[str] = Counter()
        self.acted = 0
        self._ways: dict[Callable[[], None], int] = {
            self._touch_a_button: 40,
            self._touch_anywhere: 8,
            self._put_a_finger: 6,
            self._drag: 10,
            self._lift_a_finger: 10,
            self._press_a_key: 8,
            self._scan: 8,
            self._scan_garbage: 2,
            self._sign_in: 6,
            self._ask_a_guard: 4,
            self._a_device_tells: 3,
            self._wait: 2,
            self._ask_to_close: 1,
        }

    def play(self, actions: int, each_frame: Callable[[], None] = lambda: None) -> None:
        ways, weights = list(self._ways), list(self._ways.values())
        until, number = self.acted + actions, 0
        while self.acted < until:
            way = self.random.choices(ways, weights)[0]
            way()
            self.done[way.__name__.strip("_")] += 1
            self.acted += 1
            number += 1
            if number % ACTIONS_A_FRAME == 0:
                self.catch_up()
                each_frame()

    def end(self) -> None:
        """The kiosk is switched off in good order."""
        self.loop.stop()
        self.witness.leave()
        self.has_ended = True

    def catch_up(self, then_s: float | None = None) -> None:
        """The glass hears what was done, the core answers, the glass shows it, and some time goes by."""
        from kivy.base import EventLoop

        self._driver.window.mainloop()
        EventLoop.dispatch_input()
        mark = Event()
        self.loop.post(mark)
        mark.wait()
        self._caught_up += 1
        if self._caught_up % DRAWN_EVERY:
            self._driver.settle(1)
        else:
            self._driver.frames(1)
        self._driver.app._touches.drawn()
        self.witness.sees()
        self._driver.passes(self.random.choice(PAUSES_S) if then_s is None else then_s)
        if self._driver.app.shown is not None:
            self.visited[type(self._driver.app.shown.scene).__name__] += 1

    # ------------------------------------------------------------ what it does

    def _touch_a_button(self) -> None:
        buttons = self._driver.touchables()
        if buttons:
            button = self.random.choice(buttons)
            self._tap(*button.to_window(*button.center))

    def _touch_anywhere(self) -> None:
        self._tap(*self._anywhere())

    def _tap(self, x: float, y: float) -> None:
        finger = self._free_finger()
        self._finger(sdl.FINGER_DOWN, finger, x, y)
        self._finger(sdl.FINGER_UP, finger, x, y)

    def _put_a_finger(self) -> None:
        self._finger(sdl.FINGER_DOWN, self._free_finger(), *self._anywhere())

    def _drag(self) -> None:
        for finger in self._down:
            self._finger(sdl.FINGER_MOTION, finger, *self._anywhere())

    def _lift_a_finger(self) -> None:
        if self._down:
            finger = self.random.choice(list(self._down))
            self._finger(sdl.FINGER_UP, finger, *self._down[finger])

    def _press_a_key(self) -> None:
        code, modifiers = self.random.choice(KEYS), self.random.getrandbits(16)
        sdl.push_key(sdl.KEY_DOWN, code, modifiers)
        if self.random.random() < 0.3:
            sdl.push_text(self.random.choice(("a", "ក", "\x1b", "<b>", "'; DROP TABLE loan; --")))
        sdl.push_key(sdl.KEY_UP, code, modifiers)

    def _scan(self) -> None:
        self.loop.post(Scanned(self.random.choice(self._codes), self.random.choice(list(Side))))

    def _scan_garbage(self) -> None:
        length = self.random.randint(1, 64)
        signs = string.ascii_letters + string.digits + string.punctuation + " "
        self.loop.post(Scanned("".join(self.random.choices(signs, k=length)), self.random.choice(list(Side))))

    def _sign_in(self) -> None:
        self._sign_in_only()
        # Whoever has signed in looks around, one touch at a time.
        for _ in range(6):
            self._touch_a_button()
            self.catch_up()

    def _sign_in_only(self) -> None:
        self.loop.post(Scanned(self.random.choice(self._badges)))
        self.catch_up(0.5)
        self.catch_up(0.5)
        shown = self._driver.app.shown
        if shown is not None and isinstance(shown.scene, GuardSignIn) and shown.leaving_in_s is None:
            self._type_pin()
            self.catch_up()
            self.catch_up()  # the PIN was looked at in between

    def _type_pin(self) -> None:
        for digit in "482913":
            self._touch_words(digit)

    def _ask_a_guard(self) -> None:
        """The longest way there is, in one go: by chance alone nobody comes to its end."""
        self._ask()
        self._sign_in()
        self._answer()

    def _ask(self) -> None:
        """A card, two books, and the large button."""
        self._press("home")
        for code in self.random.choices(self._cards, k=1) + self.random.choices(self._books, k=2):
            self.loop.post(Scanned(code))
            self.catch_up(0.5)
        self._press("approved")

    def _answer(self) -> None:
        if self.random.random() < 0.5:
            self._press("open")
        self._press(self.random.choice(("approve", "decline")))

    def _press(self, name: str) -> None:
        """Look, then touch the button with this pictogram, if there is one."""
        self.catch_up(0.5)
        self._touch_words(name)
        self.catch_up(0.5)

    def _post(self, message: Message) -> None:
        self.witness.hears(message)
        self.loop.post(message)

    def _touch_words(self, words: str) -> None:
        try:
            button = self._driver.button(words)
        except LookupError:
            return
        self._tap(*button.to_window(*button.center))

    def _a_device_tells(self) -> None:
        self.loop.post(device_tells(self.random))

    def _wait(self) -> None:
        span = timedelta(seconds=self.random.choice((1, 1, 5, 40, 100)))
        self._now, self._uptime_s = self._now + span, self._uptime_s + span.total_seconds()
        self.loop.post(Ticked(self._now, self._uptime_s))

    def _ask_to_close(self) -> None:
        sdl.push_quit()

    # ------------------------------------------------------------ what it does it with

    def _anywhere(self) -> tuple[float, float]:
        width, height = self._driver.size
        return self.random.uniform(-40, width + 40), self.random.uniform(-40, height + 40)

    def _free_finger(self) -> int:
        """One that is up; when all are down, one is lifted first."""
        if len(self._down) == _FINGERS:
            self._lift_a_finger()
        return next(finger for finger in range(_FINGERS) if finger not in self._down)

    def _finger(self, kind: int, finger: int, x: float, y: float) -> None:
        if kind == sdl.FINGER_UP:
            self._down.pop(finger)
        else:
            self._down[finger] = (x, y)
        width, height = self._driver.size
        sdl.push_finger(kind, finger, x / width, 1 - y / height)

    def _clock(self) -> Ticked:
        return Ticked(self._now, self._uptime_s)
