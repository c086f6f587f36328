"""What a guard sees from the badge to the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from appliance.model import (
    Availability,
    Copy,
    CopyId,
    LineEnd,
    LineMark,
    Loan,
    Reader,
    Request,
    RequestId,
    Staff,
)
from appliance.status.reader_scenes import SlipProgress

__all__ = [
    "GuardDesk",
    "GuardScene",
    "GuardSignIn",
    "Presence",
    "ReaderStanding",
    "SignInTrouble",
    "SinceSignIn",
    "Whereabouts",
]


class SignInTrouble(StrEnum):
    WRONG_PIN = "wrong_pin"
    LOCKED = "locked"
    """For some seconds after the fifth wrong PIN in a row."""
    REVOKED = "revoked"
    """After the fifteenth: the badge must be issued anew."""
    UNKNOWN_BADGE = "unknown_badge"
    NOT_CHECKED = "not_checked"
    """No answer came whether the PIN is right; it is to be typed again."""


@dataclass(frozen=True, slots=True)
class SinceSignIn:
    """What was tried since this member of staff signed in last; shown until their first touch."""

    wrong_pins: int = 0
    """With their badge; their own slips of the finger are among them."""


@dataclass(frozen=True, slots=True)
class GuardSignIn:
    """Badge scanned, PIN asked. Only the number of digits is known here, never the digits."""

    staff: Staff | None
    digits: int = 0
    trouble: SignInTrouble | None = None
    wait_s: int = 0
    """Seconds until the lock opens, when `trouble` is LOCKED."""
    for_badge: bool = False
    """After the PIN a badge is to be issued anew, and not the desk opened."""
    checking: bool = False
    """All digits are there and the PIN is being looked at; nothing more is taken."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The guard scanned a copy: who has it, and where."""

    copy: Copy
    availability: Availability
    loan: Loan | None = None
    reader: Reader | None = None
    slip: SlipProgress | None = None
    """How far the loan's slip has come that this guard has asked for anew."""
    shelved: bool = False
    """A reader had brought it back, and this scan has confirmed that: it goes to its shelf."""


@dataclass(frozen=True, slots=True)
class ReaderStanding:
    """What a request is decided by: how many books its reader has, and until when."""

    on_loan: int
    limit: int
    late_since: date | None = None
    """When the first of their books was due, if it is late."""
    due_on: date | None = None
    """Until when the first of the books asked for would be lent today; None where no rule lends it."""


class Presence(StrEnum):
    """Whether the reader of a request stands at this kiosk, as far as it knows."""

    HERE = "here"
    """Their own session is open below the guard's."""
    JUST_HERE = "just_here"
    """It was, a moment ago, and nobody else has scanned a card since."""
    AWAY = "away"
    """Their request is looked at on purpose before it can be answered."""


@dataclass(frozen=True, slots=True)
class GuardDesk:
    """Requests waiting for approval, oldest first but the one of who stands here before all."""

    staff: Staff
    requests: tuple[Request, ...]
    page: int = 0
    pages: int = 1
    waiting: int = 0
    """How many wait in all pages."""
    decided: int = 0
    """How many this guard has decided since signing in."""
    to_shelve: int = 0
    """How many copies were brought back that staff has yet to see."""
    whereabouts: Whereabouts | None = None
    forged_codes: int = 0
    """Codes that the library never made, since this one was told of them, if they were many."""
    first: RequestId | None = None
    """The request that comes before all, of who stands here or just stood here."""
    is_here: bool = False
    """Whether the reader of `first` stands here still."""
    opened: frozenset[RequestId] = frozenset()
    """Requests of somebody away, on this page, that the guard has looked at."""
    standings: tuple[ReaderStanding, ...] = ()
    """Of the readers of `requests`, in their order."""

    def presence_of(self, request_id: RequestId) -> Presence:
        if request_id != self.first:
            return Presence.AWAY
        return Presence.HERE if self.is_here else Presence.JUST_HERE

    def is_open(self, request_id: RequestId) -> bool:
        """Whether the request can be answered: its reader stands here, or the guard looks at it."""
        return request_id in self.opened or self.presence_of(request_id) is Presence.HERE

    marks: tuple[LineMark, ...] = ()
    """Copies that are not lent when their request is approved: struck out here, or barred by the rules."""

    def mark_of(self, request_id: RequestId, copy_id: CopyId) -> LineEnd | None:
        """Why this copy will not be lent; None where it will."""
        of_it = (mark.why for mark in self.marks if (mark.request_id, mark.copy_id) == (request_id, copy_id))
        return next(of_it, None)


GuardScene = GuardSignIn | GuardDesk
"""Scenes of a guard or librarian."""
