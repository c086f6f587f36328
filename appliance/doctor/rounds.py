"""The checks of what is no device: the library file and the computer. Devices have theirs in `unit`."""

from __future__ import annotations

from datetime import datetime

from appliance.doctor import backup, chain, database, date, disk, jobs, memory, screen, temperature
from appliance.model.findings import Finding
from appliance.model.health import LibraryHealth, MachineHealth


def check_library(library: LibraryHealth, now: datetime) -> tuple[Finding, ...]:
    """The file, its journal, its backup, the work done on it and the day it goes by; `now` is UTC."""
    return (
        *database.check(library),
        chain.check(library),
        backup.check(library, now),
        *jobs.check(library, now),
        *date.check(library),
    )


def check_machine(machine: MachineHealth) -> tuple[Finding, ...]:
    """The computer, its disk and its screen."""
    return (
        disk.check(machine.disk),
        temperature.check(machine),
        memory.check(machine),
        screen.check(machine.screen),
    )
