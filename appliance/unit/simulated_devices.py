"""Devices in memory, for the demo, its dock and its story."""

from __future__ import annotations

from pathlib import Path

from appliance.model import Side
from appliance.ports import Speaker
from appliance.unit.devices import KINDS, FittedDevices
from drivers.simulated.printer import SimulatedMechanism
from drivers.simulated.scanner import SimulatedScanner
from drivers.simulated.speaker import SimulatedSpeaker


class Simulated:
    """Devices in memory, and the handles by which dock and story move them."""

    def __init__(self, slips: Path, speaker: Speaker | None = None) -> None:
        self.scanner = SimulatedScanner()
        self.guard_scanner = SimulatedScanner(Side.GUARD)
        self.mechanism = SimulatedMechanism(slips)
        self.speaker = SimulatedSpeaker()
        """Has heard nothing when another speaker was given."""
        self.plays_on: Speaker = speaker or self.speaker
        self.devices = FittedDevices({kind.name: kind.simulate(self) for kind in KINDS})

    def at(self, side: Side) -> SimulatedScanner:
        return self.guard_scanner if side is Side.GUARD else self.scanner


def simulated_devices(slips: Path, speaker: Speaker | None = None) -> Simulated:
    """Slips are left in the folder `slips`. Without a `speaker`, what is announced is kept in memory only."""
    return Simulated(slips, speaker)
