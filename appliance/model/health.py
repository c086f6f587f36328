"""What is measured of a unit, for the doctor to judge. Nothing in here names a reader, a title or a code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from appliance.model.clock import NOTHING_NOTED, ClockRecord
from appliance.model.devices import PrinterState, Side
from appliance.model.jobs import JobRecord
from appliance.model.soundness import Part


class Reach(StrEnum):
    """How far one gets with a device that the devices file names."""

    OPEN = "open"
    MISSING = "missing"
    """It is not plugged in, or has no power."""
    NOT_ALLOWED = "not_allowed"
    """It is there, but this account may not open it."""
    NO_SUPPORT = "no_support"
    """A library that it takes is not installed."""
    HELD = "held"
    """Another program has it: a running kiosk."""


@dataclass(frozen=True, slots=True)
class ScannerHealth:
    """One scanner of the devices file: how it does, and how much it read; never what was scanned."""

    side: Side
    reach: Reach
    differing: tuple[str, ...] = ()
    """Names of its own settings that it did not keep: somebody scanned setting codes into it."""
    read: int = 0


@dataclass(frozen=True, slots=True)
class PrinterHealth:
    """`state` is None where the printer does not tell; `tells_paper` where it has a sensor."""

    reach: Reach
    state: PrinterState | None = None
    tells_paper: bool = False


@dataclass(frozen=True, slots=True)
class SoundHealth:
    reach: Reach
    volume_percent: int = 100


@dataclass(frozen=True, slots=True)
class VoiceHealth:
    """How many of all phrases are recorded in Khmer, the language most readers speak."""

    recorded: int
    phrases: int


@dataclass(frozen=True, slots=True)
class ClockHealth:
    """`now`, and the moments it cannot be before, in UTC. `apart_s` is how far the battery's clock is ahead
    of the system's; None without such a clock."""

    now: datetime
    built_at: datetime
    last_row_at: datetime | None = None
    apart_s: float | None = None


@dataclass(frozen=True, slots=True)
class DiskHealth:
    """Room for the library, in megabytes (10^6 bytes) and in files that can still be made."""

    free_mb: int
    total_mb: int
    free_files: int | None = None
    """None where the file system has no fixed number of them."""
    read_only: bool = False


class LibraryState(StrEnum):
    OPEN = "open"
    MISSING = "missing"
    HELD = "held"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a library; numbers only."""

    titles: int = 0
    copies: int = 0
    readers: int = 0
    open_loans: int = 0


@dataclass(frozen=True, slots=True)
class ChainHealth:
    """The journal: its last row, and where it does not hold. `checked` rows were looked at just now."""

    seq: int
    head: str
    """The last row's hash as 52 base-32 characters (RFC 4648, without padding)."""
    checked: int
    broken_at: int | None = None
    last_row_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LibraryHealth:
    """The library file. Without `chain` it could not be opened.

    `damage` is what the last look through all of it found, see `soundness.Soundness`."""

    state: LibraryState
    unit: str = ""
    counts: Counts = Counts()
    chain: ChainHealth | None = None
    backed_up_at: datetime | None = None
    jobs: tuple[JobRecord, ...] = ()
    damage: Mapping[Part, int] = field(default_factory=dict)
    clock: ClockRecord = NOTHING_NOTED


@dataclass(frozen=True, slots=True)
class Power:
    """What a Raspberry Pi tells of its supply: too little voltage now, or since it was switched on."""

    low_now: bool = False
    low_before: bool = False


@dataclass(frozen=True, slots=True)
class ScreenHealth:
    """`connected` counts screens on a cable (None: no graphics card tells); sizes are of the first one."""

    connected: int | None
    touch_panels: int | None
    width_px: int = 0
    height_px: int = 0
    driver: str = ""


@dataclass(frozen=True, slots=True)
class MachineHealth:
    """The computer itself; None for what it does not tell."""

    model: str = ""
    temperature_c: float | None = None
    power: Power | None = None
    memory_mb: int | None = None
    memory_free_mb: int | None = None
    load_per_core: float | None = None
    disk: DiskHealth | None = None
    screen: ScreenHealth = ScreenHealth(None, None)
