"""How old the newest copy of the library outside this unit is."""

from __future__ import annotations

from datetime import datetime

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import LibraryHealth, LibraryState

OLD_DAYS = 7
VERY_OLD_DAYS = 31


def check(library: LibraryHealth, now: datetime) -> Finding:
    """A library that was never copied is lost with its card.

    This version makes no backups, so none is noted, and what people copied it cannot see."""
    if library.state is not LibraryState.OPEN:
        return Finding(Check.BACKUP, Verdict.UNKNOWN, Cause.BACKUP_UNREAD)
    if library.backed_up_at is None:
        return Finding(Check.BACKUP, Verdict.UNKNOWN, Cause.BACKUP_NOT_TOLD)
    days = max(0, (now - library.backed_up_at).days)
    if days > VERY_OLD_DAYS:
        return Finding(Check.BACKUP, Verdict.BAD, Cause.BACKUP_VERY_OLD, (("days", days),))
    if days > OLD_DAYS:
        return Finding(Check.BACKUP, Verdict.WATCH, Cause.BACKUP_OLD, (("days", days),))
    return Finding(Check.BACKUP, Verdict.GOOD, Cause.BACKUP_FRESH, (("days", days),))
