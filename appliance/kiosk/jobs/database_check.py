"""Look through all of the library's file, so that a dying card is found before a reader finds it.

SQLite can only look through a whole table or file at once, for a second with 100,000 titles, and the core's
connection is the only one. So the core makes a copy in steps, which reads every page, and a worker looks
through that. A power cut leaves nothing behind but a copy that the next start throws away; the check is then
still due.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from appliance.effects import CheckSnapshot
from appliance.kiosk.context import DeskContext
from appliance.kiosk.jobs.steps import Steps
from appliance.messages import SnapshotChecked
from appliance.model.jobs import JobName
from appliance.model.soundness import Soundness
from appliance.model.unit_events import LibraryChecked

COPIES_FOR_MS = 5.0
"""At each step; three megabytes on a quick disk."""


class NotChecked(Exception):
    """The worker did not come to an end, or died of the copy."""


def steps(context: DeskContext) -> Steps:
    """Optimises the file besides, as long as it is sound.

    Raises:
        SnapshotFailed: the copy could not be made.
        NotChecked
    """
    found = yield from _checked(context)
    _tell(context, found)
    if not found.damage:
        yield from context.store.upkeep.optimize()


def _checked(context: DeskContext) -> Generator[CheckSnapshot | None, SnapshotChecked | None, Soundness]:
    upkeep = context.store.upkeep
    copy = upkeep.begin_copy()
    try:
        while not copy.step(COPIES_FOR_MS):
            yield None
        answer = yield CheckSnapshot(copy.path)
    finally:
        copy.close()
        upkeep.discard_copy()
    if answer is None or answer.found is None:
        raise NotChecked
    return answer.found


def _tell(context: DeskContext, found: Soundness) -> None:
    """One row of the journal; the doctor reads the mark."""
    jobs = context.store.jobs
    record = jobs.record(JobName.DATABASE_CHECK)
    assert record is not None, "the desk keeps one before it plans the job"
    damage = {str(part): number for part, number in found.damage.items()}
    with context.store.transaction():
        context.store.journal.append(context.now, LibraryChecked(found.rows, damage))
        jobs.keep(replace(record, mark=found.as_mark()))
