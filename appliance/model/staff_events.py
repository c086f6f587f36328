"""What the journal tells of badges and PINs, and what can stand in the way of a badge that is issued anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PinTried:
    """A PIN is about to be looked at; so many wrong ones in a row, with this one."""

    staff: int
    failures: int


@dataclass(frozen=True, slots=True)
class WrongPin:
    """The PIN was wrong."""

    staff: int
    failures: int


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """The PIN was wrong too often: the badge is dead."""

    staff: int
    failures: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The PIN was right."""

    staff: int


@dataclass(frozen=True, slots=True)
class BadgeReissued:
    """Two members of staff gave another one a new badge and a new PIN; what came before is dead."""

    staff: int
    first: int
    second: int
    issue: int


class BadgeProblem(StrEnum):
    """Why a badge is not issued anew by these two."""

    HOLDERS_OWN = "holders_own"
    """It is the badge that is to be replaced."""
    SAME_BADGE = "same_badge"
    TWO_LIBRARIANS = "two_librarians"
    """One of the two must be a guard or a technician."""
    TOO_LATE = "too_late"
    """The second one did not come within a minute."""
    NOT_MADE = "not_made"
    """The worker that makes PINs did not answer."""
