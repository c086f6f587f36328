"""The devices of one unit: those of its devices file, or simulated ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from appliance.model import PrinterState, Side
from appliance.model.health import DevicesHealth, PrinterHealth, Reach, ScannerHealth, SoundHealth
from appliance.model.speech import Announcement
from appliance.paper.slip import Slip
from appliance.ports import Post, ScannerDevice, SlipPrinter, Speaker
from appliance.timekeeping.timekeeper import BUILT_AT
from appliance.unit.device_lines import (
    open_printer,
    open_scanner,
    printer_profile,
    reach_of,
    voice_health,
)
from appliance.unit.devices_file import (
    NAME,
    DevicesRefused,
    PrinterRow,
    ScannerRow,
    UnitDevices,
    read_devices,
)
from drivers.absent import AbsentPrinter, AbsentScanner
from drivers.clock import battery
from drivers.printer.profile import PAPER_80_MM, PrinterProfile
from drivers.printer.queue import PrintQueue
from drivers.printer.real import RealPrinter
from drivers.scanner.device import Scanner
from drivers.scanner.dialects import DIALECTS
from drivers.sound.output import Output
from drivers.sound.recordings import recordings_of
from drivers.sound.speaker import SoundSpeaker


@dataclass(frozen=True, slots=True)
class Devices:
    """`attached.DeviceSet`: devices that are there from the first."""

    scanners: tuple[ScannerDevice, ...]
    printer: SlipPrinter
    profile: PrinterProfile
    speaker: Speaker
    ask_health: Callable[[], DevicesHealth]

    def health(self) -> DevicesHealth:
        return self.ask_health()

    def open(self) -> None:
        """They do not wait for a frame."""

    def submit(self, slip: Slip) -> None:
        self.printer.submit(slip)

    def play(self, announcement: Announcement) -> None:
        self.speaker.play(announcement)

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


def devices_of(library: Path) -> Devices:
    """Those of the devices file. With one that is wrong the kiosk runs without: a black screen helps nobody,
    the screen says which device is lost, and the doctor says why."""
    try:
        return real_devices(read_devices(library / NAME), library)
    except DevicesRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return real_devices(UnitDevices(), library)


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
