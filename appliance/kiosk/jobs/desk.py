"""Runs the periodic jobs in the core's thread: one short step a second, so that no scan waits for them.

`schedule` says when a job is due, and only that. What it calls puts the job into a queue and cannot fail,
because a job that raises inside `schedule` would never be planned again and would starve those behind it. And
whenever the library's time steps back, all are planned anew, because else they would not be due for as long
as it went back.

Jobs that were begun take turns, step by step. One may ask a worker for what takes long, and is then away.
"""

from __future__ import annotations

import traceback
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from schedule import CancelJob, Scheduler

from appliance.effects import CheckSnapshot
from appliance.kiosk.context import DeskContext
from appliance.kiosk.jobs.library_time import at_civil_time
from appliance.kiosk.jobs.steps import Steps
from appliance.kiosk.jobs.table import JOBS, PeriodicJob
from appliance.messages import SnapshotChecked
from appliance.model.jobs import JobRecord
from appliance.model.unit_events import JobFailed
from appliance.ports import StoreFull

BEGINS_AFTER_S = 5.0
"""Of uptime: the first frame and the first reader come before all jobs."""
STEP_EVERY_S = 1.0
RETRY_HOURS = 1
"""After a failure."""
AWAY_AT_MOST_S = 2 * 3600.0
"""Of uptime; the worker itself gives up before."""


@dataclass(slots=True)
class _Run:
    """A job that was begun, and the answer it goes on with."""

    job: PeriodicJob
    steps: Steps
    answer: SnapshotChecked | None = None
    late_at_s: float = 0.0


class JobDesk:
    """`next_at` says when to call `work`."""

    def __init__(self, jobs: tuple[PeriodicJob, ...] = JOBS) -> None:
        self._jobs = jobs
        self._schedule: Scheduler | None = None
        self._next_run: datetime | None = None
        self._went_back = 0
        self._waiting: deque[PeriodicJob] = deque()
        self._begun: deque[_Run] = deque()
        self._away: dict[int, _Run] = {}
        """By the number of what they asked for."""
        self._asked = 0
        self._step_at_s: float | None = None

    def next_at(self, context: DeskContext) -> float | datetime | None:
        """In uptime while something is to be done, else in the library's time."""
        if self._step_at_s is None:
            return context.uptime_s
        is_planned = self._schedule is not None and self._went_back == context.went_back
        if not is_planned or self._away or self._can_step(context):
            return self._step_at_s
        return self._next_run

    def work(self, context: DeskContext) -> CheckSnapshot | None:
        """Plan, or do one step; returns what that asks a worker for.

        Raises:
            StoreFull: the disk is full; the job is begun anew when there is room.
        """
        if self._step_at_s is None:
            self._step_at_s = context.uptime_s + BEGINS_AFTER_S
            return None
        if self._schedule is None or self._went_back != context.went_back:
            self._plan(context)
        self._hear_schedule(context)
        if context.uptime_s < self._step_at_s:
            return None
        self._give_up_late(context)
        if self._away or self._can_step(context):
            self._step_at_s = context.uptime_s + STEP_EVERY_S
        try:
            return self._step(context) if self._can_step(context) else None
        finally:
            self._next_run = self._told_next_run(context)

    def hear(self, answer: SnapshotChecked) -> None:
        """A worker has done what a job asked for; late answers mean nothing."""
        run = self._away.pop(answer.number, None)
        if run is not None:
            run.answer = answer
            self._begun.append(run)

    def close(self) -> None:
        """Break off what was begun, so that nothing of it stays on the disk."""
        for run in (*self._begun, *self._away.values()):
            run.steps.close()

    def _plan(self, context: DeskContext) -> None:
        """Each from its last good run on, so that what was missed without power is due at once."""
        on = Scheduler()
        for job in self._jobs:
            record = _record(context, job)
            ran_at = min(record.ran_well_at or record.known_since, context.now)
            with at_civil_time(ran_at, context.zone):
                job.planned(on).do(self._put, job)
        self._schedule, self._went_back = on, context.went_back

    def _hear_schedule(self, context: DeskContext) -> None:
        assert self._schedule is not None
        with at_civil_time(context.now, context.zone):
            self._schedule.run_pending()
        self._next_run = self._told_next_run(context)

    def _told_next_run(self, context: DeskContext) -> datetime | None:
        assert self._schedule is not None
        next_run = self._schedule.next_run
        return next_run.replace(tzinfo=context.zone) if next_run else None

    def _put(self, job: PeriodicJob) -> None:
        begun = [run.job for run in (*self._begun, *self._away.values())]
        if job not in begun and job not in self._waiting:
            self._waiting.append(job)

    def _retry(self, job: PeriodicJob) -> type[CancelJob]:
        """Once: its own turn comes besides."""
        self._put(job)
        return CancelJob

    def _can_step(self, context: DeskContext) -> bool:
        return bool(self._begun) or self._next_waiting(context) is not None

    def _next_waiting(self, context: DeskContext) -> PeriodicJob | None:
        in_doubt = context.timekeeper.doubt is not None or context.timekeeper.leap is not None
        return next((job for job in self._waiting if not (job.needs_date and in_doubt)), None)

    def _give_up_late(self, context: DeskContext) -> None:
        for number in [number for number, run in self._away.items() if context.uptime_s >= run.late_at_s]:
            self.hear(SnapshotChecked(number, None))

    def _step(self, context: DeskContext) -> CheckSnapshot | None:
        run = self._next_to_step(context)
        answer, run.answer = run.answer, None
        try:
            asked = run.steps.send(answer)
        except StopIteration:
            _keep(context, replace(_record(context, run.job), ran_well_at=context.now, failures=0))
        except StoreFull:
            self._put(run.job)
            raise
        except Exception as error:  # noqa: BLE001 - the one place that outlives a job, whatever broke it
            self._fail(context, run.job, error)
        else:
            if asked is not None:
                return self._ask(context, run, asked)
            self._begun.append(run)
        return None

    def _ask(self, context: DeskContext, run: _Run, asked: CheckSnapshot) -> CheckSnapshot:
        self._asked += 1
        run.late_at_s = context.uptime_s + AWAY_AT_MOST_S
        self._away[self._asked] = run
        return replace(asked, number=self._asked)

    def _next_to_step(self, context: DeskContext) -> _Run:
        """Who begins before who goes on."""
        job = self._next_waiting(context)
        if job is None:
            return self._begun.popleft()
        self._waiting.remove(job)
        return _Run(job, job.steps(context))

    def _fail(self, context: DeskContext, job: PeriodicJob, error: Exception) -> None:
        """To be tried again; the journal and the doctor tell of it, by the error's class and place only."""
        assert self._schedule is not None
        with at_civil_time(context.now, context.zone):
            self._schedule.every(RETRY_HOURS).hours.do(self._retry, job)
        # SQLite's binding puts its own C sources on top.
        places = traceback.extract_tb(error.__traceback__)
        place = [place for place in places if place.filename.endswith(".py")][-1]
        failure = f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"
        record = _record(context, job)
        failed = replace(record, failed_at=context.now, failure=failure, failures=record.failures + 1)
        _keep(context, failed, JobFailed(failed.name, failed.failure, failed.failures))


def _record(context: DeskContext, job: PeriodicJob) -> JobRecord:
    """A job that this library does not know yet is known from now on."""
    record = context.store.jobs.record(job.name)
    if record is None:
        record = JobRecord(job.name, context.now)
        _keep(context, record)
    return record


def _keep(context: DeskContext, record: JobRecord, told: JobFailed | None = None) -> None:
    with context.store.transaction():
        context.store.jobs.keep(record)
        if told is not None:
            context.store.journal.append(context.now, told)
