"""Devices in memory, for the demo, its dock and its story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from appliance.model import Side
from appliance.model.health import DevicesHealth, PrinterHealth, Reach, ScannerHealth
from appliance.ports import Speaker
from appliance.timekeeping.timekeeper import BUILT_AT
from appliance.unit.devices import Devices
from drivers.clock import battery
from drivers.printer.profile import PAPER_80_MM
from drivers.printer.queue import PrintQueue
from drivers.simulated.printer import SimulatedMechanism
from drivers.simulated.scanner import SimulatedScanner
from drivers.simulated.speaker import SimulatedSpeaker


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


def simulated_health(scanners: tuple[SimulatedScanner, ...], printer: PrintQueue) -> DevicesHealth:
    """How the devices of a demo kiosk are."""
    return DevicesHealth(
        scanners=tuple(
            ScannerHealth(one.side, Reach.OPEN if one.plugged else Reach.MISSING) for one in scanners
        ),
        printer=PrinterHealth(Reach.OPEN, printer.known, tells_paper=True),
        clock=battery.health(datetime.now(UTC), BUILT_AT),
    )
