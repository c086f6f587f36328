"""The devices of one unit: those of its devices file, or simulated ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from appliance.cli.devices_file import DevicesRefused, PrinterRow, ScannerRow, UnitDevices
from appliance.cli.measuring import (
    open_printer,
    open_scanner,
    printer_profile,
    reach_of,
    simulated_health,
    voice_health,
)
from appliance.model import PrinterState, Side
from appliance.model.health import DevicesHealth, PrinterHealth, Reach, ScannerHealth, SoundHealth
from appliance.ports import Post, ScannerDevice, SlipPrinter, Speaker
from appliance.timekeeping.timekeeper import BUILT_AT
from drivers.absent import AbsentPrinter, AbsentScanner
from drivers.clock import battery
from drivers.printer.profile import PAPER_80_MM, PrinterProfile
from drivers.printer.queue import PrintQueue
from drivers.printer.real import RealPrinter
from drivers.scanner.device import Scanner
from drivers.scanner.dialects import DIALECTS
from drivers.simulated.printer import SimulatedMechanism
from drivers.simulated.scanner import SimulatedScanner
from drivers.simulated.speaker import SimulatedSpeaker
from drivers.sound.output import Output
from drivers.sound.recordings import recordings_of
from drivers.sound.speaker import SoundSpeaker


@dataclass(frozen=True, slots=True)
class Devices:
    """`health` tells how they are, from any thread and without touching them."""

    scanners: tuple[ScannerDevice, ...]
    printer: SlipPrinter
    profile: PrinterProfile
    speaker: Speaker
    health: Callable[[], DevicesHealth]

    def start(self, post: Post) -> None:
        self.printer.start(post)
        self.speaker.start(post)
        for scanner in self.scanners:
            scanner.start(post)

    def stop_scanning(self) -> None:
        """Nothing more comes in; what was asked for still goes out."""
        for scanner in self.scanners:
            scanner.stop()

    def stop(self) -> None:
        self.printer.stop()
        self.speaker.stop()


@dataclass(frozen=True, slots=True)
class Simulated:
    """Devices in memory, and the handles by which dock and story move them."""

    devices: Devices
    scanner: SimulatedScanner
    guard_scanner: SimulatedScanner
    mechanism: SimulatedMechanism
    speaker: SimulatedSpeaker
    """Has heard nothing when `simulated_devices` was given another speaker."""

    def at(self, side: Side) -> SimulatedScanner:
        return self.guard_scanner if side is Side.GUARD else self.scanner


def simulated_devices(slips: Path, speaker: Speaker | None = None) -> Simulated:
    """Slips are left in the folder `slips`. Without a `speaker`, what is announced is kept in memory only."""
    scanner, guard_scanner = SimulatedScanner(), SimulatedScanner(Side.GUARD)
    mechanism, heard_by = SimulatedMechanism(slips), SimulatedSpeaker()
    printer = PrintQueue(mechanism, PAPER_80_MM)
    scanners = (scanner, guard_scanner)
    devices = Devices(
        scanners, printer, PAPER_80_MM, speaker or heard_by, lambda: simulated_health(scanners, printer)
    )
    return Simulated(devices, scanner, guard_scanner, mechanism, heard_by)


def real_devices(rows: UnitDevices, folder: Path) -> Devices:
    """Those of the unit whose library is in `folder`; a scanner or printer that it lacks is a lost one.

    Raises:
        DevicesRefused: the file names a make or a profile that we do not know.
    """
    scanners = tuple(map(_scanner, rows.scanner))
    printer = _Printer(rows.printer) if rows.printer else None
    speaker = SoundSpeaker(Output(rows.sound.device, rows.sound.volume), recordings_of(folder))

    def health() -> DevicesHealth:
        reach = Reach.OPEN if speaker.health().has_device else Reach.MISSING
        return DevicesHealth(
            scanners=tuple(map(_health_of_scanner, scanners)),
            printer=printer.health() if printer else None,
            sound=SoundHealth(reach, rows.sound.volume),
            clock=battery.health(datetime.now(UTC), BUILT_AT),
            voice=voice_health(folder),
        )

    has_readers = any(row.side is Side.READER for row in rows.scanner)
    return Devices(
        scanners if has_readers else (*scanners, AbsentScanner(Side.READER)),
        printer.queue if printer else AbsentPrinter(),
        printer.profile if printer else PAPER_80_MM,
        speaker,
        health,
    )


def _scanner(row: ScannerRow) -> Scanner:
    if row.dialect not in (None, *DIALECTS):
        raise DevicesRefused(f"devices.toml: a scanner's dialect is one of {', '.join(DIALECTS)}")
    named = row.keyboard or row.serial or ""
    return Scanner(named, row.side, lambda: open_scanner(row), pause_ends=row.ends_by_pause)


class _Printer:
    """The printer of the devices file, its queue and its profile."""

    def __init__(self, row: PrinterRow) -> None:
        self.profile = printer_profile(row)
        self.queue = PrintQueue(RealPrinter(lambda: open_printer(row), self.profile), self.profile)

    def health(self) -> PrinterHealth:
        state = self.queue.known
        reach = Reach.MISSING if state is PrinterState.OFFLINE else Reach.OPEN
        return PrinterHealth(reach, state, tells_paper=self.profile.answers)


def _health_of_scanner(scanner: Scanner) -> ScannerHealth:
    known = scanner.health()
    return ScannerHealth(known.side, reach_of(known.trouble), len(known.differing))
