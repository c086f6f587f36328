"""The devices as last heard of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PrinterState(StrEnum):
    READY = "ready"
    NO_PAPER = "no_paper"
    FAULT = "fault"


class ScannerState(StrEnum):
    READY = "ready"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices as last heard of."""

    printer: PrinterState = PrinterState.READY
    scanner: ScannerState = ScannerState.READY


ALL_WELL = Devices()
