"""Whether the library file can be used.

The command had SQLite look through all of it; for the bench, what circulates was looked through at the start.
Both also tell what the daily look through a copy of all of it found.
"""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import LibraryHealth, LibraryState
from appliance.model.soundness import Part

_UNUSABLE = {
    LibraryState.MISSING: (Verdict.BAD, Cause.DATABASE_MISSING),
    LibraryState.HELD: (Verdict.UNKNOWN, Cause.DATABASE_HELD),
    LibraryState.DAMAGED: (Verdict.BAD, Cause.DATABASE_DAMAGED),
    LibraryState.NEWER: (Verdict.BAD, Cause.DATABASE_NEWER),
}
_DAMAGED = {
    Part.TABLES: Cause.DATABASE_TABLES,
    Part.INDEXES: Cause.DATABASE_INDEXES,
    Part.REFERENCES: Cause.DATABASE_REFERENCES,
}


def check(library: LibraryHealth) -> tuple[Finding, ...]:
    """One finding, or one for each part that is damaged; the journal has its own (`chain`)."""
    if library.state is not LibraryState.OPEN:
        return (Finding(Check.DATABASE, *_UNUSABLE[library.state]),)
    damaged = tuple(
        Finding(Check.DATABASE, Verdict.BAD, cause, (("faults", library.damage[part]),))
        for part, cause in _DAMAGED.items()
        if part in library.damage
    )
    return damaged or (_sound(library),)


def _sound(library: LibraryHealth) -> Finding:
    counts = library.counts
    figures = (
        ("titles", counts.titles),
        ("copies", counts.copies),
        ("readers", counts.readers),
        ("open_loans", counts.open_loans),
    )
    return Finding(Check.DATABASE, Verdict.GOOD, Cause.DATABASE_SOUND, figures)
