"""Measuring a unit for the doctor: its library, the devices its file names, the computer itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from appliance.cli.folders import is_there
from appliance.model.health import (
    DevicesHealth,
    LibraryHealth,
    LibraryState,
    PrinterHealth,
    Reach,
    ScannerHealth,
    SoundHealth,
)
from appliance.store.database import LibraryBusy, LibraryDamaged, LibraryNewer, open_library
from appliance.store.health import health
from appliance.timekeeping.timekeeper import BUILT_AT
from appliance.unit.device_lines import open_printer, open_scanner, printer_profile, reach_of, voice_health
from appliance.unit.devices_file import PrinterRow, ScannerRow, SoundRow, UnitDevices
from drivers.clock import battery
from drivers.printer.finding import printer_health
from drivers.scanner.device import Gone
from drivers.sound.output import NoSound, Output


def library_health(folder: Path) -> LibraryHealth:
    """Open the library in `folder`, look through all of it, and close it again. None is made."""
    if not is_there(folder):
        return LibraryHealth(LibraryState.MISSING)
    try:
        connection = open_library(folder)
    except LibraryBusy:
        return LibraryHealth(LibraryState.HELD)
    except LibraryNewer:
        return LibraryHealth(LibraryState.NEWER)
    except LibraryDamaged:
        return LibraryHealth(LibraryState.DAMAGED)
    try:
        return health(connection)
    finally:
        connection.close()


def devices_health(devices: UnitDevices, folder: Path, last_row_at: datetime | None) -> DevicesHealth:
    """Open each device once, ask it, and let go of it. `last_row_at` is when the journal was last written."""
    return DevicesHealth(
        scanners=tuple(map(scanner_health, devices.scanner)),
        printer=printer_health_of(devices.printer) if devices.printer else None,
        sound=sound_health(devices.sound),
        clock=battery.health(datetime.now(UTC), BUILT_AT, last_row_at),
        voice=voice_health(folder),
    )


def scanner_health(row: ScannerRow) -> ScannerHealth:
    try:
        line = open_scanner(row)
    except Gone as gone:
        return ScannerHealth(row.side, reach_of(gone.trouble))
    try:
        return ScannerHealth(row.side, Reach.OPEN, len(line.differing))
    finally:
        line.close()


def printer_health_of(row: PrinterRow) -> PrinterHealth:
    return printer_health(lambda: open_printer(row), printer_profile(row))


def sound_health(row: SoundRow) -> SoundHealth:
    """Whether the device of the file is there; a running kiosk may share it."""
    try:
        Output(row.device, row.volume).open()
    except NoSound:
        return SoundHealth(Reach.MISSING, row.volume)
    return SoundHealth(Reach.OPEN, row.volume)
