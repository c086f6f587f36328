"""Opening what the devices file names, for the kiosk and for the doctor alike."""

from __future__ import annotations

from pathlib import Path

from appliance.model import Language
from appliance.model.health import Reach, VoiceHealth
from appliance.model.speech import Phrase
from appliance.unit.devices_file import DevicesRefused, PrinterRow, ScannerRow
from drivers.printer.line import Line as PrinterLine
from drivers.printer.node_line import open_file
from drivers.printer.node_line import open_serial as open_printer_serial
from drivers.printer.profile import PROFILES, PrinterProfile
from drivers.printer.usb_line import open_usb
from drivers.scanner.device import Line, ScannerTrouble
from drivers.scanner.dialects import open_serial
from drivers.scanner.keyboard_line import KeyboardLine
from drivers.sound.recordings import recordings_of

_REACHES = {
    ScannerTrouble.ABSENT: Reach.MISSING,
    ScannerTrouble.FORBIDDEN: Reach.NOT_ALLOWED,
    ScannerTrouble.TAKEN: Reach.HELD,
    ScannerTrouble.NO_SUPPORT: Reach.NO_SUPPORT,
    ScannerTrouble.OTHER_SETTINGS: Reach.OPEN,
}


def reach_of(trouble: ScannerTrouble | None) -> Reach:
    """How far one gets with a scanner that has this trouble."""
    return Reach.OPEN if trouble is None else _REACHES[trouble]


def open_scanner(row: ScannerRow) -> Line:
    """The scanner's line. Raises drivers.scanner.device.Gone."""
    if row.keyboard is not None:
        return KeyboardLine(row.keyboard)
    assert row.serial is not None
    return open_serial(row.serial, row.baud, row.dialect)


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


def voice_health(folder: Path) -> VoiceHealth:
    """Of the library in `folder`."""
    return VoiceHealth(recordings_of(folder).recorded(Language.KM), len(Phrase))
