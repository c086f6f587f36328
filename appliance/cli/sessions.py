"""Opening a library for the kiosk: it runs, or says why it is out of service."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from appliance.kiosk.dispatcher import Kiosk
from appliance.kiosk.library import Library
from appliance.kiosk.out_of_service import ClosedKiosk
from appliance.loop import Session
from appliance.status import OutOfServiceReason
from appliance.store import site
from appliance.store.database import LibraryDamaged, LibraryNewer
from appliance.store.journal import JournalBroken
from appliance.store.memory import StoredMemory, remember


def begin_if_new(memory: StoredMemory) -> None:
    """Give a library that was just made its settings."""
    if not site.has_begun():
        with memory.transaction():
            site.begin(memory.connection, datetime.now(UTC))


def open_session(folder: Path) -> Session:
    """The kiosk over the library in `folder`, or the sign that says why it cannot be used.

    Raises:
        LibraryBusy: a command is using it; the program ends, and systemd tries again until it is free.
    """
    try:
        memory = remember(folder)
    except LibraryNewer:
        return ClosedKiosk(OutOfServiceReason.DATABASE_NEWER)
    except LibraryDamaged:
        return ClosedKiosk(OutOfServiceReason.DATABASE_DAMAGED)
    except JournalBroken:
        return ClosedKiosk(OutOfServiceReason.JOURNAL_BROKEN)
    begin_if_new(memory)
    return Kiosk(library_over(memory))


def library_over(memory: StoredMemory) -> Library:
    settings = site.settings()
    return Library(memory, settings.policy, settings.card_key, settings.zone, settings.names)
