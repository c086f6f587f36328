"""Is there a clock with a battery, and did it give a time that can be true?

Linux tells of each under /sys/class/rtc (Documentation/ABI/testing/sysfs-class-rtc): `since_epoch` is the
chip's time in seconds, and fails to be read (EINVAL) when the chip says that its battery failed; `hctosys` is
1 on the clock that set the system's time at this boot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from appliance.model.clock import Boot
from appliance.model.health import ClockHealth

SYS = Path("/sys/class/rtc")
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_YEAR_2100_S = 4_102_444_800
_APART_MOST = timedelta(days=1)
"""A chip that keeps local time is some hours from UTC; one further away did not tell what the system says."""


@dataclass(frozen=True, slots=True)
class BatteryClock:
    """One chip: what it says, and whether the system took its time from it."""

    at: datetime | None
    set_the_system: bool

    def is_believable(self, now: datetime, built_at: datetime) -> bool:
        """It told a time that can be, and the system still goes by it."""
        if not self.set_the_system or self.at is None or self.at < built_at:
            return False
        return abs(self.at - now) < _APART_MOST


def parse(since_epoch: str | None, hctosys: str | None) -> BatteryClock:
    """From the two files' texts; None where one cannot be read."""
    digits = (since_epoch or "").strip()
    seconds = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 12 else None
    at = datetime.fromtimestamp(seconds, UTC) if seconds is not None and seconds < _YEAR_2100_S else None
    return BatteryClock(at, (hctosys or "").strip() == "1")


def battery_clocks(root: Path = SYS) -> tuple[BatteryClock, ...]:
    """Every chip there is, in the order of their names."""
    folders = sorted(root.glob("rtc*"))
    return tuple(parse(_text(at / "since_epoch"), _text(at / "hctosys")) for at in folders)


def this_boot(now: datetime, built_at: datetime, root: Path = SYS, boot_id: Path = BOOT_ID) -> Boot:
    """Which boot this is, and whether its time is that of a chip that can be believed; `now` is the wall
    clock."""
    believable = any(chip.is_believable(now, built_at) for chip in battery_clocks(root))
    return Boot((_text(boot_id) or "").strip(), believable)


def health(
    now: datetime, built_at: datetime, last_row_at: datetime | None = None, root: Path = SYS
) -> ClockHealth:
    """For the doctor; `now` is the wall clock."""
    told = next((chip.at for chip in battery_clocks(root) if chip.at is not None), None)
    apart_s = (told - now).total_seconds() if told else None
    return ClockHealth(now, built_at, last_row_at, apart_s)


def _text(path: Path) -> str | None:
    try:
        return path.read_text("ascii", errors="replace")
    except OSError:
        return None
