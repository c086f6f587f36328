"""The devices as last heard of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Who stands before a scanner. A unit with one scanner has it on the reader's side."""

    READER = "reader"
    GUARD = "guard"


class PrinterState(StrEnum):
    READY = "ready"
    PAPER_LOW = "paper_low"
    """It prints; the roll is about to end."""
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    """Its cable or its power is out: nothing answers."""
    FAULT = "fault"
    """It answers that it cannot: too hot, the cutter stuck; or a slip did not come out whole."""


class ScannerState(StrEnum):
    READY = "ready"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices as last heard of. Where no guard's scanner is fitted, it is never heard of as lost."""

    printer: PrinterState = PrinterState.READY
    scanner: ScannerState = ScannerState.READY
    guard_scanner: ScannerState = ScannerState.READY


ALL_WELL = Devices()
