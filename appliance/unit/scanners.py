"""Scanners of a unit: keyboards that type codes, or serial lines. In the devices file:

[[scanner]]
side = "reader"              # or "guard"
keyboard = "0c2e:0b61"       # a scanner that types: its USB id, or a path under /dev/input

[[scanner]]
side = "guard"
serial = "/dev/ttyACM0"      # a scanner on a serial line, by its path
baud = 9600
dialect = "honeywell"        # how its own settings are asked and set; leave out when it is another make
ends_by_pause = false        # true for a scanner that cannot be set to end a code by Enter, CR or TAB
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from appliance.doctor import scanner as doctor
from appliance.model import Side
from appliance.model.health import Reach, ScannerHealth
from appliance.ports import ScannerDevice
from appliance.unit.device_kind import Around, DeviceKind, Fitted, Listing, Offer
from appliance.unit.device_settings import Baud, DevicePath, DeviceRow, IdOrPath, any_number, just_one, known
from drivers.absent import AbsentScanner
from drivers.scanner import plugged
from drivers.scanner.device import Gone, Line, Scanner
from drivers.scanner.dialects import DIALECTS, open_serial
from drivers.scanner.keyboard_line import KeyboardLine

if TYPE_CHECKING:
    from appliance.unit.simulated_devices import Simulated
    from drivers.simulated.scanner import SimulatedScanner


class ScannerRow(DeviceRow, frozen=True):
    """One scanner: either `keyboard` or `serial` is given."""

    side: Side = Side.READER
    keyboard: IdOrPath | None = None
    serial: DevicePath | None = None
    baud: Baud = 9600
    dialect: str | None = None
    ends_by_pause: bool = False
    """It sends no end after a code; a pause in the middle of one is then taken for it."""

    def __post_init__(self) -> None:
        just_one("a scanner", keyboard=self.keyboard, serial=self.serial)
        if self.dialect is not None:
            known("a scanner's dialect", self.dialect, tuple(DIALECTS))


FittedScanner = Fitted[ScannerDevice, ScannerHealth]


def open_scanner(row: ScannerRow) -> Line:
    """The scanner's line. Raises drivers.scanner.device.Gone."""
    if row.keyboard is not None:
        return KeyboardLine(row.keyboard)
    assert row.serial is not None
    return open_serial(row.serial, row.baud, row.dialect)


def _fit(rows: tuple[ScannerRow, ...], _folder: Path) -> tuple[FittedScanner, ...]:
    """Readers need one: where none is named, a lost one stands in."""
    fitted = tuple(map(_fit_one, rows))
    if any(row.side is Side.READER for row in rows):
        return fitted
    return (*fitted, Fitted(AbsentScanner(Side.READER), None))


def _fit_one(row: ScannerRow) -> FittedScanner:
    scanner = Scanner(row.side, lambda: open_scanner(row), pause_ends=row.ends_by_pause)
    return Fitted(scanner, scanner.health)


def _simulate(simulated: Simulated) -> tuple[FittedScanner, ...]:
    both = (simulated.scanner, simulated.guard_scanner)
    return tuple(Fitted(one, partial(_health_of_simulated, one)) for one in both)


def _health_of_simulated(one: SimulatedScanner) -> ScannerHealth:
    return ScannerHealth(one.side, Reach.OPEN if one.plugged else Reach.MISSING)


def _measure(row: ScannerRow, _around: Around) -> ScannerHealth:
    try:
        line = open_scanner(row)
    except Gone as gone:
        return ScannerHealth(row.side, gone.reach)
    try:
        return ScannerHealth(row.side, Reach.OPEN, line.differing)
    finally:
        line.close()


def _offers() -> tuple[Offer, ...]:
    return tuple(map(_offer, plugged.candidates()))


def _offer(one: plugged.Candidate) -> Offer:
    """By its USB id where it types: that stays the same in whichever socket it is."""
    types = one.kind is plugged.Kind.KEYBOARD
    return Offer(str(one.kind), one.usb_id if types and one.usb_id else one.path, one.named)


SCANNER = DeviceKind(
    name="scanner",
    settings=any_number(ScannerRow),
    fit=_fit,
    simulate=_simulate,
    measure=_measure,
    check=doctor.check,
    brings_in=True,
    listing=Listing("scanners", _offers, "[[scanner]]", above=('side = "reader"',)),
)
