"""Measuring a library for the doctor."""

from __future__ import annotations

from pathlib import Path

from appliance.cli.folders import is_there
from appliance.model.health import LibraryHealth, LibraryState
from appliance.store.database import LibraryBusy, LibraryDamaged, LibraryNewer, open_library
from appliance.store.health import health


def library_health(folder: Path) -> LibraryHealth:
    """Open the library in `folder`, look through all of it, and close it again. None is made."""
    if not is_there(folder):
        return LibraryHealth(LibraryState.MISSING)
    try:
        connection = open_library(folder)
    except LibraryBusy:
        return LibraryHealth(LibraryState.HELD)
    except LibraryNewer:
        return LibraryHealth(LibraryState.NEWER)
    except LibraryDamaged:
        return LibraryHealth(LibraryState.DAMAGED)
    try:
        return health(connection)
    finally:
        connection.close()
