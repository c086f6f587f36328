"""Opening a library: for the kiosk (which then runs or says it is out of service) and for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from appliance.cli.exits import Exit
from appliance.cli.output import fail
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


@contextmanager
def opened(folder: Path, *, as_json: bool) -> Iterator[StoredMemory]:
    """The library for the time of a command; ends the program with a clear word when it cannot be used."""
    try:
        memory = remember(folder)
    except LibraryNewer:
        fail(
            Exit.LIBRARY_UNUSABLE, "This library was made by a later version of the program.", as_json=as_json
        )
    except LibraryBusy:
        fail(Exit.LIBRARY_UNUSABLE, "A running kiosk is using this library; stop it first.", as_json=as_json)
    except LibraryDamaged as damage:
        fail(Exit.LIBRARY_UNUSABLE, f"This library is damaged ({damage}).", as_json=as_json)
    except JournalBroken as broken:
        fail(Exit.JOURNAL_BROKEN, f"The journal does not hold: {broken}.", as_json=as_json)
    try:
        begin_if_new(memory)
        yield memory
    finally:
        memory.close()
