"""Opening a library for the time of a command, with a clear word when it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from appliance.cli.exits import Exit
from appliance.cli.folders import is_there
from appliance.cli.output import fail
from appliance.store.database import LibraryBusy, LibraryDamaged, LibraryNewer
from appliance.store.journal import JournalBroken
from appliance.store.sqlite_store import SqliteStore, open_store
from appliance.unit.sessions import begin_if_new


@contextmanager
def explained(*, as_json: bool) -> Iterator[None]:
    """Turns a library that cannot be used into a clear word and an exit code."""
    try:
        yield
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


@contextmanager
def opened(folder: Path, *, as_json: bool, make: bool = False) -> Iterator[SqliteStore]:
    """The library for the time of a command; ends the program with a clear word when it cannot be used.

    A library that is not there is only made when `make` says so: a slip of the finger in a folder's name
    shall not look like an empty library.
    """
    if not make and not is_there(folder):
        fail(Exit.LIBRARY_UNUSABLE, f"There is no library in {folder}.", as_json=as_json)
    with explained(as_json=as_json):
        store = open_store(folder)
    try:
        begin_if_new(store)
        yield store
    finally:
        store.close()
