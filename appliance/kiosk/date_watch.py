"""The library's time over its memory: begun at each start, and noted in the journal when trust in it changes.

A row `clock` carries boot id, wall clock, uptime, the library's time and its quality; every later row is of
that boot and quality until the next one. `started` is always followed by one, and twice a day one more keeps
the floor near.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from appliance.kiosk.context import DeskContext
from appliance.model.clock import Boot
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
    is_new = (keeper.doubt is not None) != (record.doubt_after is not None)
    return context.now if is_new else record.noted_at + _NOTED_EVERY


def note(context: DeskContext) -> None:
    """A `clock` row, and what the next start must know."""
    keeper = context.timekeeper
    if keeper.trusts_wall:
        return
    with context.store.transaction():
        seq = context.store.journal.append(context.now, as_read(context))
        doubted = keeper.record.doubt_after
        if keeper.doubt is None:
            record = replace(keeper.record, boot_id=keeper.boot.id or "-", doubt_after=None)
        else:
            record = replace(keeper.record, doubt_after=seq if doubted is None else doubted)
        record = replace(record, noted_at=context.now)
        context.store.dates.keep(record)
    keeper.record = record


def as_read(context: DeskContext) -> ClockNoted:
    keeper = context.timekeeper
    return ClockNoted(
        boot=keeper.boot.id,
        wall=keeper.wall.isoformat("T", "milliseconds"),
        uptime_s=round(keeper.uptime_s, 3),
        time=context.now.isoformat("T", "milliseconds"),
        quality=str(keeper.doubt or SURE),
    )
