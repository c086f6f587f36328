"""What arrives: events from devices in the past tense, commands from the screen in the imperative.

A command travels in `Touched` with the session number of the status it was touched on; the core ignores it
when that session is over.
"""

from __future__ import annotations

from dataclasses import dataclass

from appliance.messages.badge_commands import *
from appliance.messages.bench_commands import *
from appliance.messages.commands import *
from appliance.messages.commands import Command
from appliance.messages.events import *
from appliance.messages.events import (
    Crashed,
    DriverFailed,
    Examined,
    PinChecked,
    PinHashed,
    PrinterChanged,
    Scanned,
    ScannerFound,
    ScannerLost,
    ScanRefused,
    SlipDrawn,
    SlipFailed,
    SlipPrinted,
    SnapshotChecked,
    Started,
    Stopped,
    Ticked,
)


@dataclass(frozen=True, slots=True)
class Touched:
    """A command from the screen, with the session number that the screen showed."""

    session: int
    command: Command


Message = (
    Started
    | Stopped
    | Crashed
    | Ticked
    | Scanned
    | ScanRefused
    | ScannerLost
    | ScannerFound
    | DriverFailed
    | SlipPrinted
    | SlipFailed
    | PrinterChanged
    | Examined
    | PinChecked
    | PinHashed
    | SlipDrawn
    | SnapshotChecked
    | Touched
)
