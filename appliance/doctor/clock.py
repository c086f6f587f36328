"""Whether the time can be right: due dates hang on it."""

from __future__ import annotations

from datetime import timedelta

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import ClockHealth

APART_MOST_S = 120.0
"""More than this and one of the two clocks was set by hand, or the battery is dying."""
_MINUTE = timedelta(minutes=1)


def check(clock: ClockHealth) -> Finding:
    """A time before the program was made, or before the journal's last row, cannot be right."""
    if clock.now < clock.built_at:
        days = (clock.built_at - clock.now).days
        return Finding(Check.CLOCK, Verdict.BAD, Cause.CLOCK_TOO_EARLY, (("days", days),))
    if clock.last_row_at and clock.last_row_at - clock.now > _MINUTE:
        minutes = (clock.last_row_at - clock.now) // _MINUTE
        return Finding(Check.CLOCK, Verdict.BAD, Cause.CLOCK_BEHIND_JOURNAL, (("minutes", minutes),))
    if clock.apart_s is None:
        return Finding(Check.CLOCK, Verdict.WATCH, Cause.CLOCK_NO_BATTERY)
    figures = (("apart_s", round(abs(clock.apart_s))),)
    if abs(clock.apart_s) > APART_MOST_S:
        return Finding(Check.CLOCK, Verdict.WATCH, Cause.CLOCK_APART, figures)
    return Finding(Check.CLOCK, Verdict.GOOD, Cause.CLOCK_TRUE, figures)
