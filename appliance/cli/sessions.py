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
from appliance.store.database import LibraryBusy, LibraryDamaged, LibraryNewer
from appliance.store.journal import JournalBroken
from appliance.store.memory import StoredMemory, remember


def begin_if_new(memory: StoredMemory) -> None:
    """Give a library that was just made its settings."""
    if not site.has_begun():
        with memory.transaction():
            site.begin(memory.connection, datetime.now(UTC))


def open_session(folder: Path) -> Session:
    """The kiosk over the library in `folder`, or the sign that says why it cannot be used."""
    try:
        memory = remember(folder)
    except LibraryNewer:
        return ClosedKiosk(OutOfServiceReason.DATABASE_NEWER)
    except (LibraryDamaged, LibraryBusy):
        return ClosedKiosk(OutOfServiceReason.DATABASE_DAMAGED)
    except JournalBroken:
        return ClosedKiosk(OutOfServiceReason.JOURNAL_BROKEN)
    begin_if_new(memory)
    return Kiosk(library_over(memory))


def library_over(memory: StoredMemory) -> Library:
    settings = site.settings()
    return Library(memory, settings.policy, settings.card_key, settings.zone, settings.names)
