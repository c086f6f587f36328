"""What the core needs of the outside, as protocols; drivers and the store implement them."""

from __future__ import annotations

from appliance.ports.circulation import (
    LENT,
    CopyFacts,
    CopyStanding,
    End,
    HeldCopy,
    Loans,
    ReaderFacts,
    Requests,
    RequestsOfReader,
    Stay,
)
from appliance.ports.dates import Dates
from appliance.ports.devices import Post, ScannerDevice, SlipPrinter, Speaker
from appliance.ports.forged_codes import ForgedCodes
from appliance.ports.jobs import Jobs, Upkeep
from appliance.ports.people import People, StaffSecret
from appliance.ports.slips import SlipAsked, Slips, SlipState
from appliance.ports.snapshot import NoRoomForSnapshot, Snapshot, SnapshotFailed
from appliance.ports.store import (
    NOTHING_FOUND,
    Found,
    Journal,
    Search,
    Store,
    StoreFull,
    Titles,
)

__all__ = [
    "LENT",
    "NOTHING_FOUND",
    "CopyFacts",
    "CopyStanding",
    "Dates",
    "End",
    "ForgedCodes",
    "Found",
    "HeldCopy",
    "Jobs",
    "Journal",
    "Loans",
    "NoRoomForSnapshot",
    "People",
    "Post",
    "ReaderFacts",
    "Requests",
    "RequestsOfReader",
    "ScannerDevice",
    "Search",
    "SlipAsked",
    "SlipPrinter",
    "SlipState",
    "Slips",
    "Snapshot",
    "SnapshotFailed",
    "Speaker",
    "StaffSecret",
    "Stay",
    "Store",
    "StoreFull",
    "Titles",
    "Upkeep",
]
