"""At midnight, or when power comes back: one journal row for each civil day that is over, with its counts.

The row names nobody: how many loans, returns, renewals and requests there were. A day without power has its
row too. The last day closed is kept with the row, in one transaction, so no day is closed twice, whatever the
clock does.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from appliance.kiosk.context import DeskContext
from appliance.kiosk.jobs.steps import Steps
from appliance.model.jobs import JobName, JobRecord
from appliance.model.unit_events import DayClosed

_COUNTED = ("lent", "returned", "renewed", "asked")
"""The kinds of journal rows that are counted, in the order of the fields of `DayClosed`."""
_MOST_DAYS = timedelta(days=366)
"""Longer without power, or a date set wrong by years, is no reason to fill the journal."""
_DAY = timedelta(days=1)


def steps(context: DeskContext) -> Steps:
    """One day at each step."""
    while (record := context.store.jobs.record(JobName.DAY_CLOSE)) is not None:
        day = _first_open(context, record)
        if day >= context.today:
            return
        _close(context, record, day)
        yield None


def _first_open(context: DeskContext, record: JobRecord) -> date:
    if record.mark:
        first = date.fromisoformat(record.mark) + _DAY
    else:
        first = record.known_since.astimezone(context.zone).date()
    return max(first, context.today - _MOST_DAYS)


def _close(context: DeskContext, record: JobRecord, day: date) -> None:
    begins, ends = _midnight(context, day), _midnight(context, day + _DAY)
    happened = context.store.jobs.happened(begins, ends)
    closed = DayClosed(day.isoformat(), *(happened.get(kind, 0) for kind in _COUNTED))
    with context.store.transaction():
        context.store.journal.append(context.now, closed)
        context.store.jobs.keep(replace(record, mark=day.isoformat()))


def _midnight(context: DeskContext, day: date) -> datetime:
    return datetime.combine(day, time(), context.zone).astimezone(UTC)
