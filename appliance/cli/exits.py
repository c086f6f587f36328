"""Exit codes that mean something; 0 is well and 2 is Typer's own for a wrong command line."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    WELL = 0
    LIBRARY_UNUSABLE = 3
    """Damaged, made by a later version, or in use by a running kiosk."""
    FILE_REFUSED = 4
    """The whole file was refused; nothing was changed."""
    PROBLEMS_FOUND = 5
    """Imported, but some records were left out or salvaged; the report names each."""
    JOURNAL_BROKEN = 6
    NO_DISPLAY = 7
    """No window can be opened."""
    TO_BE_WATCHED = 8
    """The doctor found something to see to, and nothing broken."""
    FAULTS_FOUND = 9
    """The doctor found something broken."""
    NOT_ALL_KNOWN = 10
    """The doctor found nothing wrong, but could not look at all: a running kiosk may hold the devices."""
