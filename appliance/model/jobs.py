"""What is known of the periodic jobs: when each last ran well, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobName(StrEnum):
    """By these names they stand in the library's file and in the journal."""

    DATABASE_CHECK = "database_check"
    DAY_CLOSE = "day_close"


@dataclass(frozen=True, slots=True)
class JobRecord:
    """Of one job; all moments are UTC."""

    name: JobName
    known_since: datetime
    """When this library's kiosk first planned it."""
    ran_well_at: datetime | None = None
    failed_at: datetime | None = None
    failure: str = ""
    """The class and place of the last error, never a value."""
    failures: int = 0
    """In a row since it last ran well."""
    mark: str = ""
    """How far it has come, or what it found, in the job's own words."""
