"""The clock that goes on while the unit has no power, as Linux lists it (rtc(4))."""

from __future__ import annotations

from pathlib import Path

from drivers.machine.reading import number_in


def seconds_since_epoch(root: Path) -> float | None:
    """What the first battery-backed clock says, in whole seconds of UTC; None where there is none."""
    clocks = sorted((root / "sys/class/rtc").glob("rtc*/since_epoch"))
    found = (number_in(clock) for clock in clocks)
    return next((seconds for seconds in found if seconds is not None), None)
