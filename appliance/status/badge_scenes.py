"""What two members of staff see who issue a badge anew, and what its holder sees then."""

from __future__ import annotations

from dataclasses import dataclass, field

from appliance.model import Staff
from appliance.model.staff_events import BadgeProblem
from appliance.status.reader_scenes import SlipProgress

__all__ = [
    "BadgeIssued",
    "BadgeScene",
    "HolderChoice",
    "ReissuingBadge",
]


@dataclass(frozen=True, slots=True)
class HolderChoice:
    """Somebody whose badge may be issued anew; `is_dead` after fifteen wrong PINs."""

    staff: Staff
    is_dead: bool


@dataclass(frozen=True, slots=True)
class ReissuingBadge:
    """Without a `holder`, the one who is signed in chooses among `choices`. Then `first` confirms, and
    another one after them."""

    staff: Staff | None
    """Who is signed in; None while a badge is waited for."""
    holder: Staff | None = None
    first: Staff | None = None
    """Who has confirmed already."""
    choices: tuple[HolderChoice, ...] = ()
    page: int = 0
    pages: int = 1
    problem: BadgeProblem | None = None
    making: bool = False
    """Both have confirmed, and the new PIN is being made ready."""


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """The old badge is dead. The new one's code is on paper, or here where no paper came; the PIN is shown
    once, when its holder asks. Both belong to nobody else, so neither is in a `repr`."""

    holder: Staff
    slip: SlipProgress
    code: str = field(default="", repr=False)
    """To be photographed; empty while paper came, or may still come."""
    pin: str = field(default="", repr=False)
    """Empty until the holder asks for it."""


BadgeScene = ReissuingBadge | BadgeIssued
