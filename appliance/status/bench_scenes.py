"""What a technician sees: how the unit is, and four trials in which a hand, an eye or an ear decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appliance.model import Side, Staff
from appliance.model.findings import Finding, worst_first
from appliance.model.health import LibraryHealth

__all__ = [
    "TARGETS",
    "Bench",
    "BenchCode",
    "BenchScene",
    "ScanHeard",
    "ScanTrial",
    "SlipTrial",
    "SoundTrial",
    "TouchTrial",
    "Trial",
]


class Trial(StrEnum):
    """What only a person can judge."""

    SCAN = "scan"
    SLIP = "slip"
    TOUCH = "touch"
    SOUND = "sound"


TARGETS = 5
"""Four corners, then the middle."""


@dataclass(frozen=True, slots=True)
class Bench:
    """How the unit is. `measured` was found by the doctor, `tried` by the technician's own trials."""

    staff: Staff
    library: LibraryHealth
    measured: tuple[Finding, ...] = ()
    tried: tuple[tuple[Trial, Finding], ...] = ()
    examining: bool = True
    """The devices are being looked at; it takes some seconds."""
    state: str = ""
    """The line of text in the code to photograph (docs/formats.md)."""
    page: int = 0
    pages: int = 1
    forged_codes: int = 0
    """As at the guard's desk."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is known, the worst first."""
        return worst_first((*self.measured, *(finding for _, finding in self.tried)))


@dataclass(frozen=True, slots=True)
class BenchCode:
    """The state of the unit as a code, to be photographed."""

    state: str
    """`Bench.state`."""


@dataclass(frozen=True, slots=True)
class ScanHeard:
    """A scan came: from which side, how it was printed (where the scanner tells), how long; never what."""

    side: Side
    symbology: str | None
    letters: int
    is_ours: bool
    """It was the code on the screen."""


@dataclass(frozen=True, slots=True)
class ScanTrial:
    """`code` is shown to be scanned; the last scan of each side is in `heard`, the latest first."""

    code: str
    heard: tuple[ScanHeard, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipTrial:
    """The test slip is printed; `picture` (PNG) shows how it must look, once it is drawn."""

    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class TouchTrial:
    """`hits` targets were hit, so target `hits` is shown; `misses` counts touches beside one."""

    hits: int = 0
    misses: int = 0


@dataclass(frozen=True, slots=True)
class SoundTrial:
    """A sound was played `times` times."""

    times: int = 1


BenchScene = Bench | BenchCode | ScanTrial | SlipTrial | TouchTrial | SoundTrial
