"""What the computer tells of itself, all in one value."""

from __future__ import annotations

import os
from pathlib import Path

from appliance.model.health import DiskHealth, MachineHealth
from drivers.machine import heat, screen
from drivers.machine.reading import number_in, text_in

ROOT = Path("/")
_MB = 1_000_000


def measure(folder: Path, root: Path = ROOT) -> MachineHealth:
    """`folder` is the library's; `root` is where `proc` and `sys` are."""
    store = _memory_kb(root)
    return MachineHealth(
        model=_model(root),
        temperature_c=heat.celsius(root),
        power=heat.power(root),
        memory_mb=_mb(store.get("MemTotal")),
        memory_free_mb=_mb(store.get("MemAvailable")),
        load_per_core=_load(root),
        disk=disk_of(folder),
        screen=screen.health(root),
    )


def disk_of(folder: Path) -> DiskHealth | None:
    """The room on the disk of `folder`, or None when it cannot be asked."""
    try:
        # A folder that is not there yet will be made on the disk of the one it belongs into.
        found = os.statvfs(next(one for one in (folder, *folder.absolute().parents) if one.exists()))
    except OSError:
        return None
    return DiskHealth(
        free_mb=found.f_bavail * found.f_frsize // _MB,
        total_mb=found.f_blocks * found.f_frsize // _MB,
        # btrfs and FAT make room for files as they are made, and say 0 of 0.
        free_files=found.f_favail if found.f_files else None,
        read_only=bool(found.f_flag & os.ST_RDONLY),
    )


def _model(root: Path) -> str:
    """`Raspberry Pi 4 Model B Rev 1.5`, or what a PC's firmware calls itself."""
    return text_in(root / "proc/device-tree/model") or text_in(root / "sys/class/dmi/id/product_name")


def _memory_kb(root: Path) -> dict[str, int]:
    """proc(5): `MemAvailable:    3012345 kB`."""
    found = {}
    for line in text_in(root / "proc/meminfo").splitlines():
        name, _, rest = line.partition(":")
        amount = rest.split()
        if amount and amount[0].isdecimal():
            found[name] = int(amount[0])
    return found


def _mb(kilobytes: int | None) -> int | None:
    return None if kilobytes is None else kilobytes * 1024 // _MB


def _load(root: Path) -> float | None:
    """The load of the last minute for each core."""
    minute = number_in(root / "proc/loadavg")
    return None if minute is None else minute / (os.cpu_count() or 1)
