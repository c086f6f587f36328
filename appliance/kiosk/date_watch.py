"""The library's time over its memory: begun at each start, and noted in the journal when trust in it changes.

A row `clock_believed` tells that a battery clock was believed over more than a night without power.
A row `clock` carries boot id, wall clock, uptime, the library's time and its quality; every later row is of
that boot and quality until the next one. `started` is always followed by one, and twice a day one more keeps
the floor near.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from appliance.kiosk.context import DeskContext
from appliance.model.clock import Boot
from appliance.model.date_events import ClockBelieved
from appliance.model.unit_events import ClockNoted
from appliance.ports import Store
from appliance.timekeeping.timekeeper import Timekeeper, floor_of

SURE = "sure"
_NOTED_EVERY = timedelta(hours=12)


def timekeeper_over(store: Store, boot: Boot, *, trusts_wall: bool = False) -> Timekeeper:
    record = store.dates.record()
    return Timekeeper(floor_of(record, store.dates.last_row_at()), record, boot, trusts_wall)


def noted_next_at(context: DeskContext) -> datetime | None:
    """When to note it next: at once when trust changed, else at times that all is as it was."""
    keeper = context.timekeeper
    record = keeper.record
    if keeper.trusts_wall or record.noted_at is None:
        return None
    is_new = (keeper.doubt is not None) != (record.doubt_after is not None) or keeper.leap != record.leap
    return context.now if is_new else record.noted_at + _NOTED_EVERY


def note(context: DeskContext) -> None:
    """A `clock` row, and what the next start must know."""
    keeper = context.timekeeper
    if keeper.trusts_wall:
        return
    record, leap = keeper.record, keeper.leap
    with context.store.transaction():
        if leap is not None and leap != record.leap:
            context.store.journal.append(context.now, ClockBelieved(_text(leap.since), _text(leap.until)))
        seq = context.store.journal.append(context.now, as_read(context))
        doubt_after = seq if record.doubt_after is None else record.doubt_after
        record = replace(
            record,
            boot_id=keeper.boot.id or "-",
            doubt=keeper.doubt,
            doubt_after=None if keeper.doubt is None else doubt_after,
            noted_at=context.now,
            wall=keeper.unmoved_wall,
            uptime_s=keeper.uptime_s,
            leap=leap,
        )
        context.store.dates.keep(record)
    keeper.record = record


def as_read(context: DeskContext) -> ClockNoted:
    keeper = context.timekeeper
    return ClockNoted(
        boot=keeper.boot.id,
        wall=_text(keeper.wall),
        uptime_s=round(keeper.uptime_s, 3),
        time=_text(context.now),
        quality=str(keeper.doubt or SURE),
    )


def _text(at: datetime) -> str:
    return at.isoformat("T", "milliseconds")
