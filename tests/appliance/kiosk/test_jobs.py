"""Periodic jobs: each when it is due and not oftener, whatever the clock, the power or another job does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from appliance.kiosk.context import DeskContext
from appliance.kiosk.jobs.desk import BEGINS_AFTER_S, STEP_EVERY_S, JobDesk
from appliance.kiosk.jobs.table import JOBS, PeriodicJob
from appliance.model.findings import Cause
from appliance.model.jobs import JobName
from appliance.ports import StoreFull
from appliance.status import Bench
from tests.flows.journal_rows import journal_rows
from tests.flows.storyboard import MONDAY, Storyboard, open_storyboard

DAY = timedelta(days=1)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storyboard]:
    story = open_storyboard(tmp_path)
    yield story
    story.store.close()


class Counted:
    """A job that counts its runs, and fails as often as it is told to."""

    def __init__(self, name: JobName, fails: int = 0, error: type[Exception] = ZeroDivisionError) -> None:
        self.runs, self.fails, self.error = 0, fails, error
        self.row = PeriodicJob(name, lambda on: on.every(24).hours, self._steps)

    def _steps(self, _context: DeskContext) -> Iterator[None]:
        self.runs += 1
        yield
        if self.runs <= self.fails:
            raise self.error


def runs_only(story: Storyboard, *jobs: Counted) -> None:
    story.kiosk._watched.jobs = JobDesk(tuple(job.row for job in jobs))
    story.passes(timedelta(0))
    settles(story)


def settles(story: Storyboard) -> None:
    """Long enough for the jobs of these tests to be planned and to do all their steps."""
    story.waits(BEGINS_AFTER_S + 20)


def test_a_job_runs_once_each_day(story: Storyboard) -> None:
    job = Counted(JobName.DATABASE_CHECK)
    runs_only(story, job)
    assert job.runs == 0
    for day in (1, 2, 3):
        story.passes(DAY)
        settles(story)
        assert job.runs == day
    record = story.store.jobs.record(JobName.DATABASE_CHECK)
    assert record is not None
    assert record.ran_well_at is not None
    assert story.now - record.ran_well_at < timedelta(minutes=1)


def test_a_job_that_was_missed_without_power_runs_once_soon_after(story: Storyboard) -> None:
    job = Counted(JobName.DATABASE_CHECK)
    runs_only(story, job)
    story.now += 9 * DAY
    story.power_is_cut()
    runs_only(story, job)
    assert job.runs == 1


def test_a_job_that_raises_is_told_and_tried_again_and_starves_nobody(story: Storyboard) -> None:
    broken, well = Counted(JobName.DATABASE_CHECK, fails=2), Counted(JobName.DAY_CLOSE)
    runs_only(story, broken, well)
    story.passes(DAY)
    settles(story)
    assert (broken.runs, well.runs) == (1, 1)
    record = story.store.jobs.record(JobName.DATABASE_CHECK)
    assert record is not None
    assert (record.failures, record.ran_well_at) == (1, None)
    assert record.failure.startswith("ZeroDivisionError test_jobs.py:")
    assert record.failed_at is not None
    assert timedelta(0) <= story.now - record.failed_at < timedelta(minutes=1)
    told = {"job": "database_check", "failure": record.failure, "failures": 1}
    assert journal_rows(story)[-1] == ("job_failed", told)
    for runs in (2, 3):
        story.passes(timedelta(hours=1))
        settles(story)
        assert broken.runs == runs
    assert story.journal_kinds().count("job_failed") == 2
    record = story.store.jobs.record(JobName.DATABASE_CHECK)
    assert record is not None
    assert (record.failures, record.ran_well_at is None) == (0, False)
    story.passes(timedelta(hours=1))
    settles(story)
    assert (broken.runs, well.runs) == (3, 1)


def test_jobs_stay_due_when_the_clock_steps_back(story: Storyboard) -> None:
    job = Counted(JobName.DATABASE_CHECK)
    runs_only(story, job)
    story.passes(DAY)
    settles(story)
    story.library.timekeeper.confirm(MONDAY - 400 * DAY)
    settles(story)
    assert story.library.now < MONDAY
    story.passes(DAY + timedelta(minutes=1))
    settles(story)
    assert job.runs == 2


def test_on_a_full_disk_a_job_begins_anew_when_there_is_room(story: Storyboard) -> None:
    job = Counted(JobName.DATABASE_CHECK, fails=1, error=StoreFull)
    runs_only(story, job)
    story.passes(DAY)
    settles(story)
    assert job.runs == 2
    assert "job_failed" not in story.journal_kinds()


def test_no_more_than_one_step_is_done_in_a_second_however_many_scans_come(story: Storyboard) -> None:
    desk, steps = story.kiosk._watched.jobs, []

    def counting(_context: DeskContext) -> Iterator[None]:
        while True:
            steps.append(story.uptime_s)
            yield

    desk._jobs = (PeriodicJob(JobName.DATABASE_CHECK, lambda on: on.every(1).seconds, counting),)
    settles(story)
    begun = len(steps)
    for _ in range(100):
        story.passes(timedelta(seconds=STEP_EVERY_S / 50))
        story.scans("B1")
    assert len(steps) - begun in (1, 2)


def test_every_job_that_is_named_is_in_the_table() -> None:
    assert sorted(job.name for job in JOBS) == sorted(JobName)


def test_a_reader_of_the_record_gets_what_was_kept(story: Storyboard) -> None:
    assert story.store.jobs.record(JobName.DAY_CLOSE) is None
    settles(story)
    record = story.store.jobs.record(JobName.DAY_CLOSE)
    assert record is not None
    assert (record.ran_well_at, record.failures, record.mark) == (None, 0, "")
    assert record.known_since.tzinfo is UTC or record.known_since == datetime.fromisoformat(
        record.known_since.isoformat()
    )


def test_the_bench_tells_of_a_job_that_fails(story: Storyboard) -> None:
    broken = Counted(JobName.DATABASE_CHECK, fails=1)
    runs_only(story, broken)
    story.passes(DAY)
    settles(story)
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    causes = [finding.cause for finding in story.sees(Bench).measured]
    assert Cause.JOBS_FAIL in causes
