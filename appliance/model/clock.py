"""What is known of the time: how far it can be trusted, and what of it is kept over a power cut."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Doubt(StrEnum):
    """Why the date must be confirmed by two members of staff."""

    BEFORE_FLOOR = "before_floor"
    """The wall clock is before the program was made or before the journal's last row: a dead battery."""
    JUMPED_AHEAD = "jumped_ahead"
    """At the start it is more than a fortnight past the last thing known: a long closing, or a wrong clock.
    Also a doubt of an earlier boot that nobody has settled."""
    JUMPED_WHILE_RUNNING = "jumped_while_running"
    """The wall clock was moved while the program ran."""
    NO_RTC = "no_rtc"
    """A new boot without a believable clock of its own: the wall clock went on from a saved file."""


class DateProblem(StrEnum):
    """Why a date was not set."""

    SAME_BADGE = "same_badge"
    """The second member of staff must be another one."""
    TOO_LATE = "too_late"
    """More than 60 powered seconds between the two."""
    BEFORE_PROGRAM = "before_program"
    """No such date can be true: the program was made later."""
    BEFORE_JOURNAL = "before_journal"
    """The journal tells of later days; only a technician may begin such a correction."""


@dataclass(frozen=True, slots=True)
class Boot:
    """This boot of the computer: its id, and whether a clock with a battery told it a believable time."""

    id: str = ""
    has_clock: bool = True


SOME_BOOT = Boot()
"""A boot with a clock, of which nothing else is known."""


@dataclass(frozen=True, slots=True)
class Leap:
    """A battery clock was believed over more than a night without power; nobody has looked at the date since.

    `since` is the last moment known before, `until` what the clock said. Both are UTC.
    """

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Mended:
    """What was dated wrongly and is now right: due dates moved later, requests that keep their age."""

    loans: int = 0
    requests: int = 0


@dataclass(frozen=True, slots=True)
class ClockRecord:
    """What the library file keeps of the clock. Moments are UTC; None where nothing was noted yet."""

    offset_s: float = 0.0
    """True time minus wall clock, as two members of staff confirmed it."""
    boot_id: str = ""
    """The boot in which it was noted."""
    doubt_after: int | None = None
    """The journal row after which nobody has confirmed the date; None while it is sure."""
    noted_at: datetime | None = None
    """The library's time when the record was written."""
    journal_ahead: datetime | None = None
    """Set when a technician had the date put back: until the journal's last row is later than this, its
    rows stand still at this moment, and the floor is `noted_at`."""
    doubt: Doubt | None = None
    wall: datetime | None = None
    """What the wall clock said at `noted_at`, as far as nobody had moved it."""
    uptime_s: float = 0.0
    """Powered seconds of `boot_id` at `noted_at`."""
    leap: Leap | None = None
    confirmed_row: int = 0
    """The journal row in which two members of staff last set the date; 0 before any."""


NOTHING_NOTED = ClockRecord()
