"""What the journal tells of the unit itself: its runs, its clock, its devices. See `journal_events.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ClockNoted:
    """Every later row is of this boot and of a time of this quality, until the next one.

    `time` is the library's, `wall` what the wall clock said, both UTC.
    """

    kind: ClassVar[str] = "clock"
    boot: str
    wall: str
    uptime_s: float
    time: str
    quality: str


@dataclass(frozen=True, slots=True)
class DateSet:
    """Two members of staff set the date; due dates of loans from before were moved along."""

    staff: int
    second: int
    before: str
    after: str
    offset_s: float
    loans_moved: int
    read: ClockNoted


@dataclass(frozen=True, slots=True)
class BenchVisited:
    """A technician was at the bench: what was wrong, and what each trial came to."""

    staff: int
    faults: tuple[str, ...]
    tried: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DriverFailed:
    """A device's driver ended by an error and was begun anew; `place` is a line of the program."""

    device: str
    error: str
    place: str


@dataclass(frozen=True, slots=True)
class ScanRefused:
    """A scanner sent what is no code; told once in ten minutes for each problem and side."""

    problem: str
    side: str


@dataclass(frozen=True, slots=True)
class ForgedCode:
    """The code of a card, a badge or a slip that this library never made; `count` of all so far, with it."""

    what: str
    side: str
    count: int


@dataclass(frozen=True, slots=True)
class Unforeseen:
    """A touch meant nothing on its screen."""

    scene: str
    command: str


@dataclass(frozen=True, slots=True)
class RoomAgain:
    """The disk was full and is no longer."""


@dataclass(frozen=True, slots=True)
class Started:
    """The program began."""

    after_sudden_end: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """The program ended in good order."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """The program ended by an error that nobody foresaw; `place` is a line of it."""

    error: str
    place: str


@dataclass(frozen=True, slots=True)
class PinNotChecked:
    """The worker that looks at PINs did not answer; the try stays counted."""

    staff: int


@dataclass(frozen=True, slots=True)
class JobFailed:
    """A periodic job ended by an error, so often in a row; it is tried again after an hour."""

    job: str
    failure: str
    failures: int


@dataclass(frozen=True, slots=True)
class LibraryChecked:
    """All of the library was looked through: so many journal rows hold, and so many faults are in each part
    that is not sound; of the journal it is the row."""

    rows: int
    damage: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A civil day (ISO 8601) is over: how much of everything there was, and of nobody."""

    day: str
    loans: int
    returns: int
    renewals: int
    requests: int
