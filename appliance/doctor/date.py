"""Whether the day is known that due dates hang on: told only while somebody should look at it."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import LibraryHealth


def check(library: LibraryHealth) -> tuple[Finding, ...]:
    """What the library's file keeps of the clock; `doctor/clock.py` looks at the clock itself."""
    record = library.clock
    if record.doubt is not None:
        return (Finding(Check.CLOCK, Verdict.BAD, Cause.CLOCK_DOUBTED),)
    if record.leap is not None:
        days = (record.leap.until - record.leap.since).days
        return (Finding(Check.CLOCK, Verdict.WATCH, Cause.CLOCK_BELIEVED, (("days", days),)),)
    return ()
