"""One person's turn at the kiosk: what is remembered from the first touch until home, and not longer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from appliance.effects import Effect
from appliance.model import Language, RequestId, Staff
from appliance.ports import NOTHING_FOUND, Found
from appliance.status import Home, Scene, Searching


@dataclass(frozen=True, slots=True)
class DateAsked:
    """The first of two members of staff confirmed a date, at this uptime."""

    at: datetime
    staff: Staff
    uptime_s: float


@dataclass(slots=True)
class Turn:
    """`number` is the session number; all the rest is forgotten when the turn ends."""

    home_language: Language
    number: int = 1
    language: Language = Language.KM
    language_chosen: bool = False
    """Touched by somebody; then a card does not change it."""
    scene: Scene = field(default_factory=Home)
    touched_at_s: float = 0.0
    staff: Staff | None = None
    pin: str = ""
    request_here: RequestId | None = None
    """The request whose reader stands at this kiosk."""
    found: Found = NOTHING_FOUND
    search: Searching | None = None
    """The search a title page was opened from."""
    before: Scene | None = None
    """What a refusal covers."""
    date_asked: DateAsked | None = None
    effects: list[Effect] = field(default_factory=list)

    def end(self, scene: Scene | None = None) -> None:
        """Everything of this person is forgotten; the next one finds the home screen (or `scene`).

        What was asked to be printed stays asked.
        """
        self.number += 1
        self.language, self.language_chosen = self.home_language, False
        self.scene = scene or Home()
        self.staff = self.request_here = self.search = self.before = self.date_asked = None
        self.pin = ""
        self.found = NOTHING_FOUND
