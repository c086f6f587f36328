"""The table of devices, and all devices of one unit: those of its devices file, or simulated ones."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from appliance.model.findings import Finding
from appliance.model.speech import Announcement
from appliance.paper.slip import Slip
from appliance.ports import Post
from appliance.unit.battery_clock import CLOCK
from appliance.unit.device_kind import Around, Device, DeviceKind, Fitted, Health, Runs
from appliance.unit.device_settings import DevicesRefused, Row
from appliance.unit.devices_file import NAME, UnitDevices, read_rows
from appliance.unit.loudspeakers import SOUND, VOICE
from appliance.unit.printers import PRINTER
from appliance.unit.scanners import SCANNER
from drivers.printer.raster import slip_png

KINDS: tuple[DeviceKind[Any, Any, Any], ...] = (SCANNER, PRINTER, SOUND, VOICE, CLOCK)
"""Every kind of device a unit may have. The running kiosk, the demo, the doctor, `bce-kiosk devices` and the
reader of the devices file walk this table: a new device is its driver, its port, its module here with its
settings, and its place in this line."""


class FittedDevices:
    """`device_set.DeviceSet`: devices that are there from the first, by the name of their kind."""

    def __init__(self, fitted: Mapping[str, tuple[Fitted[Any, Any], ...]]) -> None:
        self._fitted = fitted

    def of(self, kind: DeviceKind[Row, Runs, Health]) -> tuple[Fitted[Runs, Health], ...]:
        return cast("tuple[Fitted[Runs, Health], ...]", self._fitted[kind.name])

    def picture(self, slip: Slip) -> bytes:
        return slip_png(slip, self.of(PRINTER)[0].device.profile)

    def open(self) -> None:
        """They do not wait for a frame."""

    def submit(self, slip: Slip) -> None:
        self.of(PRINTER)[0].device.submit(slip)

    def play(self, announcement: Announcement) -> None:
        for speaker in self.of(SOUND):
            speaker.device.play(announcement)

    def findings(self) -> tuple[Finding, ...]:
        """How they are, from any thread and without touching them."""
        return tuple(
            found
            for kind in KINDS
            for found in kind.check(tuple(one.health() for one in self._fitted[kind.name] if one.health))
        )

    def start(self, post: Post) -> None:
        for device in (*self._running(brings_in=False), *self._running(brings_in=True)):
            device.start(post)

    def stop_scanning(self) -> None:
        """Nothing more comes in; what was asked for still goes out."""
        for device in self._running(brings_in=True):
            device.stop()

    def stop(self) -> None:
        for device in self._running(brings_in=False):
            device.stop()

    def _running(self, *, brings_in: bool) -> tuple[Device, ...]:
        kinds = (kind for kind in KINDS if kind.brings_in is brings_in)
        return tuple(one.device for kind in kinds for one in self._fitted[kind.name] if one.device)


def read_devices(path: Path) -> UnitDevices:
    """What the devices file at `path` names. Raises DevicesRefused."""
    return read_rows(path, KINDS)


def devices_of(library: Path) -> FittedDevices:
    """Those of the devices file. With one that is wrong the kiosk runs without: a black screen helps nobody,
    the screen says which device is lost, and the doctor says why."""
    try:
        return real_devices(read_devices(library / NAME), library)
    except DevicesRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return real_devices(UnitDevices(), library)


def real_devices(rows: UnitDevices, folder: Path) -> FittedDevices:
    """Those of the unit whose library is in `folder`; a scanner or printer that it lacks is a lost one."""
    return FittedDevices({kind.name: kind.fit(rows.of(kind), folder) for kind in KINDS})


def measured(rows: UnitDevices, around: Around) -> tuple[Finding, ...]:
    """Open each device once, ask it, let go of it, and judge it."""
    return tuple(
        found
        for kind in KINDS
        for found in kind.check(tuple(kind.measure(row, around) for row in rows.of(kind)))
    )
