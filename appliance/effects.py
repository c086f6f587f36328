"""What the core asks for besides status: done by workers after the status was published."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from appliance.model import Language
from appliance.model.speech import Announcement
from appliance.paper.badge_slip import BadgeSlipFacts
from appliance.paper.loan_slip import LoanSlipFacts


@dataclass(frozen=True, slots=True)
class PrintSlip:
    """A slip wanted after its loan is on disk. It is composed after the status was published and printed by a
    worker, so that no reader waits for it; the outcome comes back as a message."""

    facts: LoanSlipFacts


@dataclass(frozen=True, slots=True)
class Examine:
    """Look at everything on a cable and at the computer; `Examined` comes back."""


@dataclass(frozen=True, slots=True)
class PrintTestSlip:
    """Draw and print the test slip; `SlipDrawn` comes back before it is out."""

    language: Language


@dataclass(frozen=True, slots=True)
class PlayTestSound:
    """Play a sound, so that a technician can say whether it is heard."""


@dataclass(frozen=True, slots=True)
class Announce:
    """Something to let be heard, after the status was published; nobody waits for it to end."""

    announcement: Announcement


@dataclass(frozen=True, slots=True)
class CheckPin:
    """Look at a PIN that was typed; `PinChecked` of the same number comes back.

    It takes a tenth of a second and more, by design, which nobody else is made to wait. Its `repr` holds
    neither the PIN nor what is kept of it.
    """

    number: int
    """Of this try, counted since the program started."""
    badge_number: int
    pin_hash: str = field(repr=False)
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckSnapshot:
    """Look through a whole copy of the library; `SnapshotChecked` of the same number comes back.

    It takes seconds, and where others want the computer minutes.
    """

    copy: Path
    number: int = 0
    """Given by the desk of the jobs."""


@dataclass(frozen=True, slots=True)
class HashPin:
    """Make a new PIN ready to be kept; `PinHashed` of the same number comes back. As slow as `CheckPin`."""

    number: int
    badge_number: int
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintBadge:
    """A new badge wanted on paper; what became of it comes back as of any slip."""

    facts: BadgeSlipFacts


Effect = (
    PrintSlip
    | PrintBadge
    | Announce
    | Examine
    | PrintTestSlip
    | PlayTestSound
    | CheckPin
    | HashPin
    | CheckSnapshot
)
