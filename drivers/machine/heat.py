"""Temperature and supply voltage."""

from __future__ import annotations

from pathlib import Path

from appliance.model.health import Power
from drivers.machine.reading import number_in, text_in

_PLAUSIBLE_C = (-20.0, 130.0)
# raspberrypi.com, `vcgencmd get_throttled`: the lower half is now, the upper half since power-on.
_LOW_NOW, _LOW_BEFORE = 1 << 0, 1 << 16


def celsius(root: Path) -> float | None:
    """The hottest sensor; None when no sensor tells anything that can be true."""
    zones = (root / "sys/class/thermal").glob("thermal_zone*/temp")
    found = [number / 1000 for zone in zones if (number := number_in(zone)) is not None]
    return max((one for one in found if _PLAUSIBLE_C[0] < one < _PLAUSIBLE_C[1]), default=None)


def power(root: Path) -> Power | None:
    """A Raspberry Pi's supply, from its firmware or from the kernel's `rpi_volt` sensor; else None."""
    flags = text_in(root / "sys/devices/platform/soc/soc:firmware/get_throttled")
    if flags:
        return _of_flags(flags)
    for sensor in (root / "sys/class/hwmon").glob("hwmon*"):
        if text_in(sensor / "name") == "rpi_volt":
            low = number_in(sensor / "in0_lcrit_alarm")
            return None if low is None else Power(low_now=bool(low), low_before=bool(low))
    return None


def _of_flags(hexadecimal: str) -> Power | None:
    try:
        flags = int(hexadecimal, 16)
    except ValueError:
        return None
    return Power(low_now=bool(flags & _LOW_NOW), low_before=bool(flags & _LOW_BEFORE))
