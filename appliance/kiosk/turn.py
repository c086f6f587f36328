"""One person's turn at the kiosk: what is remembered from the first touch until home, and not longer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from appliance.effects import Effect
from appliance.messages import Command
from appliance.model import Language, Refusal, RequestId, Staff, TitleId
from appliance.ports import NOTHING_FOUND, Found
from appliance.status import Home, Scene


@dataclass(frozen=True, slots=True)
class DateAsked:
    """The first of two members of staff confirmed a date, at this uptime."""

    at: datetime
    staff: Staff
    uptime_s: float


@dataclass(slots=True)
class Turn:
    """`number` is the session number; all the rest is forgotten when the turn ends.

    What is on the screen is the last of `scenes`; those below it are the ways back. They change by `show`,
    `open`, `back` and `go_to` only, and a refusal lies over the last one until it is taken away.
    """

    home_language: Language
    number: int = 1
    language: Language = Language.KM
    language_chosen: bool = False
    """Touched by somebody; then a card does not change it."""
    scenes: list[Scene] = field(default_factory=lambda: [Home()])
    refusal: Refusal | None = None
    touched_at_s: float = 0.0
    pause_ends_at_s: float = 0.0
    """Of the pause after forged codes that is on the screen."""
    staff: Staff | None = None
    pin: str = ""
    request_here: RequestId | None = None
    """The request whose reader stands at this kiosk."""
    cooling: Mapping[TitleId, date] = field(default_factory=dict)
    """Titles that the reader cannot ask for just now, and from which day they can."""
    found: Found = NOTHING_FOUND
    date_asked: DateAsked | None = None
    effects: list[Effect] = field(default_factory=list)
    unforeseen: Command | None = None
    """A command that means nothing on the screen it was touched on; the dispatcher journals it."""

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    def show(self, scene: Scene) -> None:
        """The scene that is shown becomes another, or goes on; the way back stays."""
        self.scenes[-1] = scene

    def open(self, scene: Scene) -> None:
        """Over the scene that is shown; `back` returns to it."""
        self.scenes.append(scene)

    def back(self) -> None:
        """To the scene below; the last one ends the turn."""
        if len(self.scenes) > 1:
            self.scenes.pop()
        else:
            self.end()

    def go_to(self, scene: Scene) -> None:
        """A scene with nothing to go back to."""
        self.scenes = [scene]

    def end(self, scene: Scene | None = None) -> None:
        """Everything of this person is forgotten; the next one finds the home screen (or `scene`).

        What was asked to be printed stays asked.
        """
        self.number += 1
        self.language, self.language_chosen = self.home_language, False
        self.go_to(scene or Home())
        self.staff = self.request_here = self.refusal = self.date_asked = None
        self.pin = ""
        self.cooling = {}
        self.found = NOTHING_FOUND
