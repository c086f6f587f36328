"""Jobs take turns, step by step; one that asks a worker is away until the answer comes, and others go on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from appliance.effects import CheckSnapshot
from appliance.kiosk.context import DeskContext
from appliance.kiosk.jobs.desk import AWAY_AT_MOST_S, BEGINS_AFTER_S, JobDesk
from appliance.kiosk.jobs.steps import Steps
from appliance.kiosk.jobs.table import PeriodicJob
from appliance.messages import SnapshotChecked
from appliance.model.jobs import JobName
from appliance.model.soundness import Soundness
from appliance.ports import StoreFull
from tests.flows.storyboard import MONDAY, Storyboard

DAY = timedelta(days=1)
SOMEWHERE = Path("somewhere")
LONG, SHORT = JobName.DATABASE_CHECK, JobName.DAY_CLOSE
SOUND = Soundness(7)


class Logged:
    """A job that writes down its steps: `None` for one, True for one that asks a worker."""

    def __init__(self, log: list[object], name: JobName, *asking: bool, hours: int = 24) -> None:
        self.log, self.name, self.asking = log, name, asking
        self.full_at: int | None = None
        self.row = PeriodicJob(name, lambda on: on.every(hours).hours, self._steps)

    def _steps(self, _context: DeskContext) -> Steps:
        try:
            for number, asks in enumerate(self.asking):
                self.log.append((self.name, number))
                if number == self.full_at:
                    self.full_at = None
                    raise StoreFull
                answer = yield CheckSnapshot(SOMEWHERE) if asks else None
                if asks:
                    self.log.append(answer)
        except GeneratorExit:
            self.log.append((self.name, "closed"))
            raise


@pytest.fixture
def log() -> list[object]:
    return []


def runs_only(story: Storyboard, *jobs: Logged) -> JobDesk:
    """They are planned, and a day later due."""
    story.answers_pins = False
    desk = story.kiosk._watched.jobs = JobDesk(tuple(job.row for job in jobs))
    story.passes(timedelta(0))
    story.waits(BEGINS_AFTER_S)
    story.passes(DAY)
    return desk


def asked(story: Storyboard) -> list[int]:
    return [effect.number for effect in story.effects if isinstance(effect, CheckSnapshot)]


def has_run_well(story: Storyboard, name: JobName) -> bool:
    record = story.store.jobs.record(name)
    return record is not None and record.ran_well_at is not None


def test_two_jobs_take_turns_and_who_begins_comes_first(story: Storyboard, log: list[object]) -> None:
    runs_only(story, Logged(log, LONG, False, False, False), Logged(log, SHORT, False, False))
    story.waits(5)
    assert log == [(LONG, 0), (SHORT, 0), (LONG, 1), (SHORT, 1), (LONG, 2)]
    assert has_run_well(story, SHORT)
    assert not has_run_well(story, LONG)
    story.waits(1)
    assert has_run_well(story, LONG)


def test_others_go_on_while_one_is_away_and_its_answer_is_what_it_goes_on_with(
    story: Storyboard, log: list[object]
) -> None:
    runs_only(story, Logged(log, LONG, True, False), Logged(log, SHORT, False))
    story.waits(30)
    assert log == [(LONG, 0), (SHORT, 0)]
    assert has_run_well(story, SHORT)
    assert asked(story) == [1]
    answer = SnapshotChecked(1, SOUND)
    story.post(answer)
    assert log[2:] == []
    story.waits(1)
    assert log[2:] == [answer, (LONG, 1)]
    story.waits(1)
    assert has_run_well(story, LONG)


def test_a_second_question_has_a_number_of_its_own_and_the_first_answer_is_none_to_it(
    story: Storyboard, log: list[object]
) -> None:
    runs_only(story, Logged(log, LONG, True, True))
    first, second = SnapshotChecked(1, SOUND), SnapshotChecked(2, None)
    story.post(first)
    story.waits(2)
    assert asked(story) == [1, 2]
    story.post(first)
    story.waits(2)
    assert log == [(LONG, 0), first, (LONG, 1)]
    story.post(second)
    story.waits(2)
    assert log[3:] == [second]
    assert has_run_well(story, LONG)


def test_one_that_is_away_is_not_begun_a_second_time(story: Storyboard, log: list[object]) -> None:
    runs_only(story, Logged(log, LONG, True, hours=1))
    story.passes(timedelta(seconds=AWAY_AT_MOST_S - 60))
    story.waits(5)
    assert log == [(LONG, 0)]
    story.library.timekeeper.confirm(MONDAY)
    story.waits(5)
    assert log == [(LONG, 0)]


def test_no_answer_is_an_answer_after_two_hours_to_the_second(story: Storyboard, log: list[object]) -> None:
    runs_only(story, Logged(log, LONG, True))
    story.passes(timedelta(seconds=AWAY_AT_MOST_S - 1))
    assert log == [(LONG, 0)]
    story.waits(1)
    assert log == [(LONG, 0), SnapshotChecked(1, None)]


def test_a_disk_that_is_full_when_the_answer_comes_begins_the_job_anew(
    story: Storyboard, log: list[object]
) -> None:
    job = Logged(log, LONG, True, False)
    job.full_at = 1
    runs_only(story, job)
    story.post(SnapshotChecked(1, SOUND))
    story.waits(10)
    assert asked(story) == [1, 2]
    story.post(SnapshotChecked(2, SOUND))
    story.waits(5)
    assert has_run_well(story, LONG)


def test_a_kiosk_that_closes_breaks_off_what_was_begun_and_who_is_away(
    story: Storyboard, log: list[object]
) -> None:
    desk = runs_only(story, Logged(log, LONG, True), Logged(log, SHORT, False, False))
    story.waits(1)
    assert log == [(LONG, 0), (SHORT, 0)]
    desk.close()
    assert log[2:] == [(SHORT, "closed"), (LONG, "closed")]


def test_a_job_that_is_done_is_planned_by_its_own_time(story: Storyboard, log: list[object]) -> None:
    desk = runs_only(story, Logged(log, LONG, False))
    story.waits(3)
    next_at = desk.next_at(story.library)
    record = story.store.jobs.record(LONG)
    assert record is not None
    assert record.ran_well_at is not None
    assert isinstance(next_at, type(story.now))
    assert timedelta(0) <= next_at - record.known_since - 2 * DAY < timedelta(minutes=1)
