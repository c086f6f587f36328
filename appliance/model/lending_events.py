"""What the journal tells of loans, requests and slips; see `journal_events.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Asked:
    """A reader asked for so many copies, and waits for a guard."""

    request: int
    copies: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What every decision tells: who took it, if it was a member of staff."""

    request: int
    staff: int | None


@dataclass(frozen=True, slots=True)
class Approved(Decided):
    """A guard approved a request; its loans follow."""


@dataclass(frozen=True, slots=True)
class Declined(Decided):
    """A guard declined a request."""


@dataclass(frozen=True, slots=True)
class TakenBack(Decided):
    """The reader took a request back."""


@dataclass(frozen=True, slots=True)
class Lapsed(Decided):
    """Nobody decided a request in time."""


@dataclass(frozen=True, slots=True)
class LineEnded:
    """A copy of a request is not lent: its place in the basket, from 0, and why (`LineEnd`)."""

    request: int
    place: int
    why: str
    staff: int | None


@dataclass(frozen=True, slots=True)
class Lent:
    """A copy was lent; `sealed` is the keyed hash of reader and copy that only the loan's salt opens."""

    loan: int
    request: int
    sealed: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """A loan was renewed until a later day."""

    loan: int
    due_on: date


@dataclass(frozen=True, slots=True)
class Returned:
    """A copy came back."""

    loan: int


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A reader scanned a copy at the return; it counts as theirs until it is `shelved`."""

    loan: int


@dataclass(frozen=True, slots=True)
class Shelved:
    """A copy that was brought back was seen: by staff, or (null) in the hands of who borrows it next."""

    loan: int
    staff: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """A copy that was taken for lost was scanned."""

    copy: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What every row of a slip tells: whose loans, and which print of it."""

    request: int
    print: int


@dataclass(frozen=True, slots=True)
class SlipDropped(Slip):
    """A slip waited too long, or its books were back: it was not printed."""


@dataclass(frozen=True, slots=True)
class SlipFailed(Slip):
    """A slip was begun, and did not come out whole."""


@dataclass(frozen=True, slots=True)
class SlipUnsure(Slip):
    """A slip was with the printer, and nobody knows whether it came out."""


@dataclass(frozen=True, slots=True)
class SlipAskedAgain(Slip):
    """Somebody asked for a slip once more: a member of staff, or the reader."""

    kind: ClassVar[str] = "slip_again"
    staff: int | None
