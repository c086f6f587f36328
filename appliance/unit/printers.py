"""The printer of a unit, on a USB cable, a device node or a serial line. In the devices file:

[printer]
usb = "04b8:0e15"            # or serial = "/dev/ttyUSB0" with a baud, or file = "/dev/usb/lp0"
profile = "80mm-cutter-status"
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from appliance.doctor import paper
from appliance.doctor import printer as doctor
from appliance.model import PrinterState
from appliance.model.findings import Finding
from appliance.model.health import PrinterHealth, Reach
from appliance.paper.slip import Slip
from appliance.ports import Post, SlipPrinter
from appliance.unit.device_kind import Around, DeviceKind, Fitted, Listing, Offer
from appliance.unit.device_settings import Baud, DevicePath, DeviceRow, UsbId, just_one, known, one_of_them
from drivers.absent import AbsentPrinter
from drivers.printer import finding
from drivers.printer.line import Line
from drivers.printer.node_line import open_file, open_serial
from drivers.printer.profile import PAPER_80_MM, PROFILES, PrinterProfile
from drivers.printer.real import RealPrinter
from drivers.printer.worker import PrintWorker

if TYPE_CHECKING:
    from appliance.unit.simulated_devices import Simulated


class PrinterRow(DeviceRow, frozen=True):
    """The printer: one of `usb`, `serial` and `file` is given; `profile` is a name of `drivers.printer`."""

    profile: str
    usb: UsbId | None = None
    serial: DevicePath | None = None
    baud: Baud = 9600
    file: DevicePath | None = None

    def __post_init__(self) -> None:
        just_one("a printer", usb=self.usb, serial=self.serial, file=self.file)
        known("a printer's profile", self.profile, tuple(PROFILES))


@dataclass(frozen=True, slots=True)
class PrinterOnPaper:
    """A `SlipPrinter`, and the paper it prints on."""

    printer: SlipPrinter
    profile: PrinterProfile

    def start(self, post: Post) -> None:
        self.printer.start(post)

    def submit(self, slip: Slip) -> None:
        self.printer.submit(slip)

    def stop(self) -> None:
        self.printer.stop()


FittedPrinter = Fitted[PrinterOnPaper, PrinterHealth]


def open_printer(row: PrinterRow) -> Line:
    """The printer's line. Raises drivers.printer.line.Unplugged."""
    if row.usb is not None:
        # Imported for a printer on USB only: escpos and pyusb take 0.15 s of a core.
        from drivers.printer.usb_opening import open_usb

        return open_usb(row.usb)
    if row.file is not None:
        return open_file(row.file)
    assert row.serial is not None
    return open_serial(row.serial, row.baud)


def _fit(rows: tuple[PrinterRow, ...], _folder: Path) -> tuple[FittedPrinter, ...]:
    if not rows:
        return (Fitted(PrinterOnPaper(AbsentPrinter(), PAPER_80_MM), None),)
    return tuple(map(_fit_one, rows))


def _fit_one(row: PrinterRow) -> FittedPrinter:
    profile = PROFILES[row.profile]
    worker = PrintWorker(RealPrinter(lambda: open_printer(row), profile), profile)

    def health() -> PrinterHealth:
        reach = Reach.MISSING if worker.known is PrinterState.OFFLINE else Reach.OPEN
        return PrinterHealth(reach, worker.known, tells_paper=profile.answers)

    return Fitted(PrinterOnPaper(worker, profile), health)


def _simulate(simulated: Simulated) -> tuple[FittedPrinter, ...]:
    worker = PrintWorker(simulated.mechanism, PAPER_80_MM)

    def health() -> PrinterHealth:
        return PrinterHealth(Reach.OPEN, worker.known, tells_paper=True)

    return (Fitted(PrinterOnPaper(worker, PAPER_80_MM), health),)


def _measure(row: PrinterRow, _around: Around) -> PrinterHealth:
    return finding.printer_health(lambda: open_printer(row), PROFILES[row.profile])


def _check(printers: tuple[PrinterHealth, ...]) -> tuple[Finding, ...]:
    if not printers:
        return (doctor.check(None),)
    return tuple(found for one in printers for found in (doctor.check(one), paper.check(one)))


def _offers() -> tuple[Offer, ...]:
    return tuple(Offer(one.key, one.value, one.named) for one in finding.candidates())


PRINTER = DeviceKind(
    name="printer",
    settings=one_of_them(PrinterRow),
    fit=_fit,
    simulate=_simulate,
    measure=_measure,
    check=_check,
    listing=Listing(
        "printers",
        _offers,
        "[printer]",
        below=(f'profile = "80mm-cutter"   # one of {", ".join(PROFILES)}',),
    ),
)
