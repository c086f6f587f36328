"""What the core needs of the outside, as protocols; drivers and the store implement them."""

from __future__ import annotations

from appliance.ports.dates import Dates
from appliance.ports.devices import Post, ScannerDevice, SlipPrinter, Speaker
from appliance.ports.memory import (
    JSON,
    NOTHING_FOUND,
    CopyFacts,
    Found,
    Journal,
    Loans,
    Memory,
    MemoryFull,
    People,
    ReaderFacts,
    Requests,
    Search,
    StaffSecret,
    Titles,
)
from appliance.ports.slips import SlipAsked, Slips, SlipState

__all__ = [
    "JSON",
    "NOTHING_FOUND",
    "CopyFacts",
    "Dates",
    "Found",
    "Journal",
    "Loans",
    "Memory",
    "MemoryFull",
    "People",
    "Post",
    "ReaderFacts",
    "Requests",
    "ScannerDevice",
    "Search",
    "SlipAsked",
    "SlipPrinter",
    "SlipState",
    "Slips",
    "Speaker",
    "StaffSecret",
    "Titles",
]
