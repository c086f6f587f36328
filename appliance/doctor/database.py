"""Whether the library file can be used.

The command had SQLite look through all of it; for the bench, what circulates was looked through at the start.
"""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import LibraryHealth, LibraryState

_UNUSABLE = {
    LibraryState.MISSING: (Verdict.BAD, Cause.DATABASE_MISSING),
    LibraryState.HELD: (Verdict.UNKNOWN, Cause.DATABASE_HELD),
    LibraryState.DAMAGED: (Verdict.BAD, Cause.DATABASE_DAMAGED),
    LibraryState.NEWER: (Verdict.BAD, Cause.DATABASE_NEWER),
}


def check(library: LibraryHealth) -> Finding:
    if library.state is not LibraryState.OPEN:
        return Finding(Check.DATABASE, *_UNUSABLE[library.state])
    counts = library.counts
    figures = (
        ("titles", counts.titles),
        ("copies", counts.copies),
        ("readers", counts.readers),
        ("open_loans", counts.open_loans),
    )
    return Finding(Check.DATABASE, Verdict.GOOD, Cause.DATABASE_SOUND, figures)
