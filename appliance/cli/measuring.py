"""Measuring a unit for the doctor: its library, the devices its file names, the computer itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from appliance.cli.devices_file import DevicesRefused, PrinterRow, ScannerRow, SoundRow, UnitDevices
from appliance.cli.opening import is_there
from appliance.model import Language
from appliance.model.health import (
    DevicesHealth,
    LibraryHealth,
    LibraryState,
    PrinterHealth,
    Reach,
    ScannerHealth,
    SoundHealth,
    VoiceHealth,
)
from appliance.model.speech import Phrase
from appliance.store.database import LibraryBusy, LibraryDamaged, LibraryNewer, open_library
from appliance.store.health import health
from appliance.timekeeping.timekeeper import BUILT_AT
from drivers.clock import battery
from drivers.printer.finding import printer_health
from drivers.printer.line import Line as PrinterLine
from drivers.printer.node_line import open_file
from drivers.printer.node_line import open_serial as open_printer_serial
from drivers.printer.profile import PROFILES, PrinterProfile
from drivers.printer.queue import PrintQueue
from drivers.printer.usb_line import open_usb
from drivers.scanner.device import Gone, Line, ScannerTrouble
from drivers.scanner.dialects import open_serial
from drivers.scanner.keyboard_line import KeyboardLine
from drivers.simulated.scanner import SimulatedScanner
from drivers.sound.output import NoSound, Output
from drivers.sound.recordings import recordings_of

_REACHES = {
    ScannerTrouble.ABSENT: Reach.MISSING,
    ScannerTrouble.FORBIDDEN: Reach.NOT_ALLOWED,
    ScannerTrouble.TAKEN: Reach.HELD,
    ScannerTrouble.NO_SUPPORT: Reach.NO_SUPPORT,
    ScannerTrouble.OTHER_SETTINGS: Reach.OPEN,
}


def library_health(folder: Path) -> LibraryHealth:
    """Open the library in `folder`, look through all of it, and close it again. None is made."""
    if not is_there(folder):
        return LibraryHealth(LibraryState.MISSING)
    try:
        database = open_library(folder)
    except LibraryBusy:
        return LibraryHealth(LibraryState.HELD)
    except LibraryNewer:
        return LibraryHealth(LibraryState.NEWER)
    except LibraryDamaged:
        return LibraryHealth(LibraryState.DAMAGED)
    try:
        return health(database.connection())
    finally:
        database.close()


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


def open_printer(row: PrinterRow) -> PrinterLine:
    """The printer's line. Raises drivers.printer.line.Unplugged."""
    if row.usb is not None:
        return open_usb(row.usb)
    if row.file is not None:
        return open_file(row.file)
    assert row.serial is not None
    return open_printer_serial(row.serial, row.baud)


def printer_profile(row: PrinterRow) -> PrinterProfile:
    """Raises DevicesRefused for a name that is none of ours."""
    try:
        return PROFILES[row.profile]
    except KeyError:
        names = ", ".join(PROFILES)
        raise DevicesRefused(f"devices.toml: a printer's profile is one of {names}") from None


def sound_health(row: SoundRow) -> SoundHealth:
    """Whether the device of the file is there; a running kiosk may share it."""
    try:
        Output(row.device, row.volume).open()
    except NoSound:
        return SoundHealth(Reach.MISSING, row.volume)
    return SoundHealth(Reach.OPEN, row.volume)


def voice_health(folder: Path) -> VoiceHealth:
    """Of the library in `folder`."""
    return VoiceHealth(recordings_of(folder).recorded(Language.KM), len(Phrase))


def simulated_health(scanners: tuple[SimulatedScanner, ...], printer: PrintQueue) -> DevicesHealth:
    """How the devices of a demo kiosk are."""
    return DevicesHealth(
        scanners=tuple(
            ScannerHealth(one.side, Reach.OPEN if one.plugged else Reach.MISSING) for one in scanners
        ),
        printer=PrinterHealth(Reach.OPEN, printer.known, tells_paper=True),
        clock=battery.health(datetime.now(UTC), BUILT_AT),
    )


def reach_of(trouble: ScannerTrouble | None) -> Reach:
    """How far one gets with a scanner that has this trouble."""
    return Reach.OPEN if trouble is None else _REACHES[trouble]


def open_scanner(row: ScannerRow) -> Line:
    """The scanner's line. Raises drivers.scanner.device.Gone."""
    if row.keyboard is not None:
        return KeyboardLine(row.keyboard)
    assert row.serial is not None
    return open_serial(row.serial, row.baud, row.dialect)
