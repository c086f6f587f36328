"""Whether the computer has memory and time to spare."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import MachineHealth

SHORT_MB = 100
"""The kiosk with its window takes about as much again when it starts anew."""
BUSY_PER_CORE = 2.0


def check(machine: MachineHealth) -> Finding:
    """Nothing else should run on a unit; a computer that is busy runs something it should not."""
    if machine.memory_mb is None or machine.memory_free_mb is None:
        return Finding(Check.MEMORY, Verdict.UNKNOWN, Cause.MEMORY_NOT_TOLD)
    figures = (("free_mb", machine.memory_free_mb), ("total_mb", machine.memory_mb))
    if machine.memory_free_mb < SHORT_MB:
        return Finding(Check.MEMORY, Verdict.BAD, Cause.MEMORY_SHORT, figures)
    if machine.load_per_core is not None and machine.load_per_core > BUSY_PER_CORE:
        load = ("load_per_core", round(machine.load_per_core, 1))
        return Finding(Check.MEMORY, Verdict.WATCH, Cause.MACHINE_BUSY, (*figures, load))
    return Finding(Check.MEMORY, Verdict.GOOD, Cause.MEMORY_ROOM, figures)
