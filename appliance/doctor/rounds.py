"""All checks, in two rounds: what the library file tells, and what the unit around it tells."""

from __future__ import annotations

from datetime import datetime

from appliance.doctor import (
    backup,
    chain,
    clock,
    database,
    disk,
    memory,
    paper,
    printer,
    scanner,
    screen,
    sound,
    temperature,
    voice,
)
from appliance.model.findings import Finding
from appliance.model.health import DevicesHealth, LibraryHealth, MachineHealth


def of_library(library: LibraryHealth, now: datetime) -> tuple[Finding, ...]:
    """The file, its journal and its backup; `now` is UTC."""
    return database.check(library), chain.check(library.chain), backup.check(library, now)


def of_devices(devices: DevicesHealth) -> tuple[Finding, ...]:
    """Everything on a cable, and the clock where it was measured."""
    time = (clock.check(devices.clock),) if devices.clock else ()
    spoken = (voice.check(devices.voice),) if devices.voice else ()
    roll = (paper.check(devices.printer),) if devices.printer else ()
    return (
        *scanner.check(devices.scanners),
        printer.check(devices.printer),
        *roll,
        sound.check(devices.sound),
        *spoken,
        *time,
    )


def of_machine(machine: MachineHealth) -> tuple[Finding, ...]:
    """The computer, its disk and its screen."""
    return (
        disk.check(machine.disk),
        temperature.check(machine),
        memory.check(machine),
        screen.check(machine.screen),
    )
