"""Whether there is room to write loans down."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import DiskHealth

FULL_MB = 50
LOW_MB = 500
"""A year of 300 loans a day is about 100 MB of journal and loans; the rest is for an import and a backup."""
FEW_FILES = 100


def check(disk: DiskHealth | None) -> Finding:
    """`None`: the disk could not be asked."""
    if disk is None:
        return Finding(Check.DISK, Verdict.UNKNOWN, Cause.DISK_UNREAD)
    figures = (("free_mb", disk.free_mb), ("total_mb", disk.total_mb))
    if disk.read_only:
        return Finding(Check.DISK, Verdict.BAD, Cause.DISK_READ_ONLY, figures)
    no_files = disk.free_files is not None and disk.free_files < FEW_FILES
    if disk.free_mb < FULL_MB or no_files:
        return Finding(Check.DISK, Verdict.BAD, Cause.DISK_FULL, figures)
    if disk.free_mb < LOW_MB:
        return Finding(Check.DISK, Verdict.WATCH, Cause.DISK_LOW, figures)
    return Finding(Check.DISK, Verdict.GOOD, Cause.DISK_ROOM, figures)
