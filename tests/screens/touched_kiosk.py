"""The face and the core together, with one hand for both: every touch is answered, and time stands still."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from appliance.messages import Command, Message, Touched
from appliance.model import Side
from tests.flows.storyboard import Storyboard
from tests.screens.kiosk_driver import KioskDriver

DRAWN_AFTER_S = 0.03
"""From a touch or a scan until its answer is on the glass."""


class TouchedKiosk:
    """A storyboard that is shown and touched on the real screens; `sent` is every command that left them."""

    def __init__(self, driver: KioskDriver, story: Storyboard) -> None:
        self.driver, self.story = driver, story
        self.sent: list[Command] = []
        driver.app._post = self._post
        self.shows()

    def shows(self) -> None:
        """The core's status is drawn."""
        self.driver.show(self.story.status)
        self.driver.looks(0.0)

    def scans(self, code: str, side: Side = Side.READER) -> None:
        self.story.scans(code, side)
        self.passes(DRAWN_AFTER_S)
        self.shows()

    def passes(self, seconds: float) -> None:
        self.driver.passes(seconds)

    def taps(self, x: float, y: float) -> list[Command]:
        """A tap that does not wait for anything to be seen; what it sent. Its answer is drawn soon after."""
        before = len(self.sent)
        self.driver.taps_at_once(x, y)
        self.passes(DRAWN_AFTER_S)
        self.shows()
        return self.sent[before:]

    def taps_twice(self, words: str, apart_s: float) -> list[Command]:
        """Two touches `apart_s` apart at the place of a button that was seen; what both of them sent."""
        self.driver.looks()
        place = self.place(words)
        first = self.taps(*place)
        self.passes(apart_s - DRAWN_AFTER_S)
        return first + self.taps(*place)

    def place(self, words: str, number: int = 0) -> tuple[float, float]:
        """The middle of the button that says so, from above the `number`th, from 0."""
        button = list(self.buttons(words))[number]
        x, y = button.to_window(*button.center)
        return float(x), float(y)

    def buttons(self, words: str) -> Iterator[Any]:
        """Those with these words or this pictogram, from above."""
        for button in sorted(self.driver.touchables(), key=lambda widget: -widget.center_y):
            parts = (part for part in button.walk(restrict=True))
            said = [str(getattr(part, name, "")) for part in parts for name in ("text", "name")]
            if words in [text.replace("\u200b", "") for text in said]:
                yield button

    def _post(self, message: Message) -> None:
        assert isinstance(message, Touched)
        self.sent.append(message.command)
        self.story.post(message)
