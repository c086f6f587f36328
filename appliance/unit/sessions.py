"""Opening a library for the kiosk: it runs, or says why it is out of service."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from appliance.kiosk.context import DeskContext
from appliance.kiosk.date_watch import timekeeper_over
from appliance.kiosk.dispatcher import Kiosk
from appliance.kiosk.out_of_service import ClosedKiosk
from appliance.loop import Session
from appliance.model import Returns
from appliance.model.clock import SOME_BOOT, Boot
from appliance.status import OutOfServiceReason
from appliance.store.database import LibraryDamaged, LibraryNewer
from appliance.store.journal import JournalBroken
from appliance.store.sqlite_store import SqliteStore, open_store
from appliance.timekeeping.timekeeper import first_moment


def begin_if_new(store: SqliteStore) -> None:
    """Give a library that was just made its settings."""
    if not store.site.has_begun():
        with store.transaction():
            # Until somebody says that the return is watched, a label scanned there proves nothing.
            store.site.begin(first_moment(datetime.now(UTC)), returns=Returns.CONFIRMED)


def open_session(folder: Path, boot: Boot = SOME_BOOT) -> Session:
    """The kiosk over the library in `folder`, or the sign that says why it cannot be used.

    Raises:
        LibraryBusy: a command is using it; the program ends, and systemd tries again until it is free.
    """
    try:
        store = open_store(folder)
    except LibraryNewer:
        return ClosedKiosk(OutOfServiceReason.DATABASE_NEWER)
    except LibraryDamaged:
        return ClosedKiosk(OutOfServiceReason.DATABASE_DAMAGED)
    except JournalBroken:
        return ClosedKiosk(OutOfServiceReason.JOURNAL_BROKEN)
    begin_if_new(store)
    return Kiosk(library_over(store, boot))


def library_over(store: SqliteStore, boot: Boot = SOME_BOOT) -> DeskContext:
    settings = store.site.settings()
    keeper = timekeeper_over(store, boot, trusts_wall=settings.is_demo)
    return DeskContext(
        store, settings.policy, settings.card_key, settings.zone, settings.names, timekeeper=keeper
    )
