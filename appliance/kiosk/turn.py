"""One person's turn at the kiosk: what is remembered from the first touch until home, and not longer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from appliance.effects import Effect
from appliance.messages import Command
from appliance.model import Language, Refusal, RequestId, Staff, TitleId
from appliance.ports import NOTHING_FOUND, Found
from appliance.status import Basket, Home, Scene, SinceSignIn


@dataclass(frozen=True, slots=True)
class DateAsked:
    """The first of two members of staff confirmed a date, at this uptime."""

    at: datetime
    staff: Staff
    uptime_s: float


@dataclass(frozen=True, slots=True)
class BadgeAsked:
    """The badge of `holder` is to be issued anew; `first` confirmed it at this uptime, if anybody has."""

    holder: Staff
    first: Staff | None = None
    uptime_s: float = 0.0


@dataclass(frozen=True, slots=True)
class RequestLeft:
    """A request whose reader has left this screen, with the uptime of the last touch or scan before."""

    request_id: RequestId
    touched_at_s: float


@dataclass(frozen=True, slots=True)
class NewBadge:
    """A new badge and its PIN, from the second one's word until the holder has seen both."""

    number: int
    """Of the effect that makes the PIN ready."""
    holder: Staff
    first: Staff
    second: Staff
    pin: str = field(repr=False)
    asked_at_s: float
    code: str = field(default="", repr=False)
    print: int = 0


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
    """Touched by somebody; then neither a card nor a badge changes it."""
    readers_choice: Language | None = None
    """What the reader had touched for whom a guard is here now; a guard's own touch leaves it."""
    scenes: list[Scene] = field(default_factory=lambda: [Home()])
    refusal: Refusal | None = None
    touched_at_s: float = 0.0
    pause_ends_at_s: float = 0.0
    """Of the pause after forged codes that is on the screen."""
    staff: Staff | None = None
    pin: str = ""
    signed_in_at_s: float | None = None
    """The uptime at which a PIN was right; None while nobody is signed in."""
    since_sign_in: SinceSignIn | None = None
    """Told until the first touch on a button."""
    kept: Basket | None = None
    """A reader's basket that a badge interrupted; it is there again when staff leave."""
    request_here: RequestId | None = None
    """The request whose reader stands at this kiosk."""
    left: RequestLeft | None = None
    """The last request whose reader stood here; the one thing that outlives a turn, until another card."""
    cooling: Mapping[TitleId, date] = field(default_factory=dict)
    """Titles that the reader cannot ask for just now, and from which day they can."""
    found: Found = NOTHING_FOUND
    date_asked: DateAsked | None = None
    wants_badge: bool = False
    """Who signs in wants to issue somebody's badge anew."""
    badge_asked: BadgeAsked | None = None
    new_badge: NewBadge | None = None
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
        if self.request_here is not None:
            self.left = RequestLeft(self.request_here, self.touched_at_s)
        self.number += 1
        self.language, self.language_chosen = self.home_language, False
        self.go_to(scene or Home())
        self.staff = self.signed_in_at_s = self.kept = self.readers_choice = None
        self.request_here = self.refusal = self.date_asked = self.since_sign_in = None
        self.badge_asked = self.new_badge = None
        self.wants_badge = False
        self.pin = ""
        self.cooling = {}
        self.found = NOTHING_FOUND

    def end_for_who_stands_here(self) -> None:
        """Nobody in particular was here, and now it is known who: the language that was touched is theirs."""
        language, chosen = self.language, self.language_chosen
        self.end()
        if chosen:
            self.language, self.language_chosen = language, True

    @property
    def touched_language(self) -> Language | None:
        """What was touched and not only found on a card; None when nothing was."""
        return self.language if self.language_chosen else None

    def speaks_to(self, language: Language) -> None:
        """A card or badge says what its holder reads; it counts only where nothing was touched."""
        if not self.language_chosen:
            self.language = language
