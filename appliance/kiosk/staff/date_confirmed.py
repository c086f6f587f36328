"""What people say of the date becomes so: one who looks at a believed one, two who set it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from appliance.kiosk.context import DeskContext
from appliance.kiosk.date_watch import as_read
from appliance.model import Staff
from appliance.model.clock import Doubt, Mended
from appliance.model.date_events import DateLookedAt
from appliance.model.unit_events import DateSet


def looked_at(context: DeskContext, staff: Staff) -> None:
    """One member of staff says that the believed date is right: the mark goes."""
    keeper, store = context.timekeeper, context.store
    record = replace(keeper.record, leap=None)
    with store.transaction():
        store.journal.append(context.now, DateLookedAt(staff.id, context.today.isoformat()))
        store.dates.keep(record)
    keeper.record, keeper.leap = record, None


def set_to(context: DeskContext, at: datetime, first: Staff, second: Staff) -> Mended:
    """One transaction: the journal row with both, the record, and what was dated by the wrong day."""
    keeper, store = context.timekeeper, context.store
    before, record = context.now, keeper.record
    true_now = at.astimezone(before.tzinfo)
    offset_s = (true_now - keeper.wall).total_seconds()
    latest = max(before, store.dates.last_row_at() or before)
    with store.transaction():
        mended = store.dates.mend(_wrong_since(context), true_now - before, context.zone, true_now)
        event = DateSet(
            staff=first.id,
            second=second.id,
            before=before.isoformat(),
            after=true_now.isoformat(),
            offset_s=offset_s,
            loans_moved=mended.loans,
            read=as_read(context),
        )
        row = store.journal.append(max(before, true_now), event)
        new = replace(
            record,
            offset_s=offset_s,
            boot_id=keeper.boot.id or "-",
            doubt_after=None,
            noted_at=true_now,
            journal_ahead=latest if true_now < latest else None,
            doubt=None,
            wall=keeper.wall,
            uptime_s=keeper.uptime_s,
            leap=None,
            confirmed_row=row,
        )
        store.dates.keep(new)
    keeper.record = new
    keeper.confirm(true_now)
    context.set_time(keeper.wall, context.uptime_s)
    return mended


def _wrong_since(context: DeskContext) -> int:
    """The journal row after which the library's time was as wrong as it is now.

    In doubt since a start, the time stood still without power, and what was dated before was right. Else
    nobody knows when it went wrong: it was right when two members of staff last said so, at the latest then.
    """
    keeper = context.timekeeper
    after = keeper.record.doubt_after
    if after is None or keeper.doubt is Doubt.JUMPED_WHILE_RUNNING:
        return keeper.record.confirmed_row
    return after
