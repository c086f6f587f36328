"""Whether the computer is cool enough and gets enough power; a Raspberry Pi tells both."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Figure, Finding, Verdict
from appliance.model.health import MachineHealth

WARM_C = 70.0
HOT_C = 80.0
"""From here on a Raspberry Pi slows itself down (its documentation, "Frequency management")."""


def check(machine: MachineHealth) -> Finding:
    """Too little power comes first: it damages the card, heat only slows the kiosk down."""
    celsius, power = machine.temperature_c, machine.power
    figures: tuple[tuple[str, Figure], ...] = () if celsius is None else (("celsius", round(celsius)),)
    if power and power.low_now:
        return Finding(Check.TEMPERATURE, Verdict.BAD, Cause.POWER_LOW, figures)
    if celsius is not None and celsius >= HOT_C:
        return Finding(Check.TEMPERATURE, Verdict.BAD, Cause.TEMPERATURE_HOT, figures)
    if power and power.low_before:
        return Finding(Check.TEMPERATURE, Verdict.WATCH, Cause.POWER_WAS_LOW, figures)
    if celsius is None:
        return Finding(Check.TEMPERATURE, Verdict.UNKNOWN, Cause.TEMPERATURE_NOT_TOLD)
    if celsius >= WARM_C:
        return Finding(Check.TEMPERATURE, Verdict.WATCH, Cause.TEMPERATURE_WARM, figures)
    return Finding(Check.TEMPERATURE, Verdict.GOOD, Cause.TEMPERATURE_FINE, figures)
