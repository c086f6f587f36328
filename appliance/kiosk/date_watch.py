"""The library's time over its memory: begun at each start, and noted in the journal when trust in it changes.

A row `clock` carries boot id, wall clock, uptime, the library's time and its quality; every later row is of
that boot and quality until the next one. `started` is always followed by one, and twice a day one more keeps
the floor near.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from appliance.kiosk.library import Library
from appliance.model.clock import Boot
from appliance.ports import JSON, Memory
from appliance.timekeeping.timekeeper import Timekeeper, floor_of

SURE = "sure"
_NOTED_EVERY = timedelta(hours=12)


def timekeeper_over(memory: Memory, boot: Boot, *, trusts_wall: bool = False) -> Timekeeper:
    record = memory.dates.record()
    return Timekeeper(floor_of(record, memory.dates.last_row_at()), record, boot, trusts_wall)


def watch(library: Library) -> None:
    """Each second: note a change of quality, and at times that all is as it was."""
    keeper = library.timekeeper
    record = keeper.record
    if keeper.trusts_wall or record.noted_at is None:
        return
    is_new = (keeper.doubt is not None) != (record.doubt_after is not None)
    if is_new or library.now - record.noted_at >= _NOTED_EVERY:
        note(library)


def note(library: Library) -> None:
    """A `clock` row, and what the next start must know."""
    keeper = library.timekeeper
    if keeper.trusts_wall:
        return
    with library.memory.transaction():
        seq = library.memory.journal.append(library.now, "clock", as_read(library))
        doubted = keeper.record.doubt_after
        if keeper.doubt is None:
            record = replace(keeper.record, boot_id=keeper.boot.id or "-", doubt_after=None)
        else:
            record = replace(keeper.record, doubt_after=seq if doubted is None else doubted)
        record = replace(record, noted_at=library.now)
        library.memory.dates.keep(record)
    keeper.record = record


def as_read(library: Library) -> dict[str, JSON]:
    keeper = library.timekeeper
    return {
        "boot": keeper.boot.id,
        "wall": keeper.wall.isoformat("T", "milliseconds"),
        "uptime_s": round(keeper.uptime_s, 3),
        "time": library.now.isoformat("T", "milliseconds"),
        "quality": str(keeper.doubt or SURE),
    }
