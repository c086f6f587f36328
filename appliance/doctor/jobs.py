"""Whether the periodic jobs get done: one finding for each that fails or is overdue, or one for all."""

from __future__ import annotations

from datetime import datetime, timedelta

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import LibraryHealth, LibraryState
from appliance.model.jobs import JobRecord

OVERDUE_AFTER = timedelta(days=7)
"""All are daily; but a library is closed at times, and on its first morning they have not run yet."""


def check(library: LibraryHealth, now: datetime) -> tuple[Finding, ...]:
    if library.state is not LibraryState.OPEN:
        return (Finding(Check.JOBS, Verdict.UNKNOWN, Cause.JOBS_UNREAD),)
    troubles = tuple(filter(None, (_trouble(job, now) for job in library.jobs)))
    return troubles or (Finding(Check.JOBS, Verdict.GOOD, Cause.JOBS_DONE),)


def _trouble(job: JobRecord, now: datetime) -> Finding | None:
    if job.failures:
        figures = (("job", str(job.name)), ("error", job.failure))
        return Finding(Check.JOBS, Verdict.BAD, Cause.JOBS_FAIL, figures)
    late = now - (job.ran_well_at or job.known_since)
    if late > OVERDUE_AFTER:
        return Finding(
            Check.JOBS, Verdict.WATCH, Cause.JOBS_OVERDUE, (("job", str(job.name)), ("days", late.days))
        )
    return None
