"""The periodic jobs: one row each, and one file each for what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schedule import Job, Scheduler

from appliance.kiosk.context import DeskContext
from appliance.kiosk.jobs import database_check, day_close
from appliance.kiosk.jobs.steps import Steps
from appliance.model.jobs import JobName


@dataclass(frozen=True, slots=True)
class PeriodicJob:
    name: JobName
    planned: Callable[[Scheduler], Job]
    """How often, in the words of `schedule`; after a time without power once."""
    steps: Callable[[DeskContext], Steps]
    needs_date: bool = False
    """It waits while the date is in doubt, or believed and not yet looked at."""


JOBS: tuple[PeriodicJob, ...] = (
    PeriodicJob(JobName.DAY_CLOSE, lambda on: on.every().day.at("00:00"), day_close.steps, needs_date=True),
    PeriodicJob(JobName.DATABASE_CHECK, lambda on: on.every(24).hours, database_check.steps),
)
