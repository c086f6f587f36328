"""What devices, the clock and the program itself tell, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from appliance.model import PrinterState, RequestId, Side
from appliance.model.findings import Finding
from appliance.model.soundness import Soundness

__all__ = [
    "Crashed",
    "DriverFailed",
    "Examined",
    "PinChecked",
    "PinHashed",
    "PrinterChanged",
    "ScanProblem",
    "ScanRefused",
    "Scanned",
    "ScannerFound",
    "ScannerLost",
    "SlipDrawn",
    "SlipFailed",
    "SlipPrinted",
    "SnapshotChecked",
    "Started",
    "Stopped",
    "Ticked",
]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code was read: printable ASCII, 1 to 64 characters, framing already taken off by the driver.

    An AIM symbology identifier (ISO/IEC 15424: `]`, a letter, a digit) stands before it where the scanner
    sends one.
    """

    code: str
    side: Side = Side.READER


class ScanProblem(StrEnum):
    """Why what a scanner sent is not a code; none of it is kept."""

    TOO_LONG = "too_long"
    """More than 64 bytes without an end."""
    NOT_TEXT = "not_text"
    """Something else than printable ASCII: control characters, noise on the line."""
    TOO_FAST = "too_fast"
    """More than five within a second."""
    BROKEN_OFF = "broken_off"
    """The end never came: the cable was pulled, or keys were held down."""


@dataclass(frozen=True, slots=True)
class ScanRefused:
    """A scanner sent something that is not a code."""

    problem: ScanProblem
    side: Side = Side.READER


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time went on. `now` is UTC with a time zone; `uptime_s` never jumps and counts from the start."""

    now: datetime
    uptime_s: float


@dataclass(frozen=True, slots=True)
class Started:
    """The program runs; the first message of all."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The program ends in good order; the last message of all."""


@dataclass(frozen=True, slots=True)
class Crashed:
    """A part of the program ended by an error nobody foresaw; the program is about to end.

    `error` is the error's class and `place` a file and line: never a value, which may be a name or a code.
    """

    error: str
    place: str


@dataclass(frozen=True, slots=True)
class ScannerLost:
    side: Side = Side.READER


@dataclass(frozen=True, slots=True)
class ScannerFound:
    side: Side = Side.READER


@dataclass(frozen=True, slots=True)
class DriverFailed:
    """A device's thread died of an error nobody foresaw and is started anew; as `Crashed`, no value."""

    device: str
    error: str
    place: str


@dataclass(frozen=True, slots=True)
class SlipPrinted:
    """A slip of a request's loans came out; `print` counts how often one was asked for."""

    request_id: RequestId
    print: int = 1


@dataclass(frozen=True, slots=True)
class SlipFailed:
    """`begun` says that some of it may have come out, so printing it anew would be a second one."""

    request_id: RequestId
    state: PrinterState
    begun: bool = False
    print: int = 1


@dataclass(frozen=True, slots=True)
class PrinterChanged:
    state: PrinterState


@dataclass(frozen=True, slots=True)
class Examined:
    """The devices and the computer were looked at, as the technician's bench asked for."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PinChecked:
    """The PIN of the try `number` was looked at, as the sign-in asked for (`effects.CheckPin`)."""

    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class SnapshotChecked:
    """A copy of the library was looked through, as `effects.CheckSnapshot` asked for; `found` is None where
    whoever looked did not come to an end."""

    number: int
    found: Soundness | None


@dataclass(frozen=True, slots=True)
class PinHashed:
    """A new PIN was made ready to be kept, as was asked for (`effects.HashPin`) under this number."""

    number: int
    pin_hash: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SlipDrawn:
    """How the test slip looks that is being printed: a PNG file."""

    picture: bytes
