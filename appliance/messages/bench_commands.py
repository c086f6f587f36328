"""What the technician's bench and its trials ask for."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.messages.commands import Command
from appliance.status import Trial

__all__ = [
    "AnswerTrial",
    "ExamineAgain",
    "PlayAgain",
    "ShowStateCode",
    "StartTrial",
    "TouchTarget",
]


@dataclass(frozen=True, slots=True)
class StartTrial(Command):
    """At the technician's bench."""

    trial: Trial


@dataclass(frozen=True, slots=True)
class AnswerTrial(Command):
    """The technician has judged: it looked, sounded or read as it should, or not."""

    well: bool


@dataclass(frozen=True, slots=True)
class TouchTarget(Command):
    """While targets are shown: this touch was inside the target, or beside it."""

    hit: bool


@dataclass(frozen=True, slots=True)
class PlayAgain(Command):
    pass


@dataclass(frozen=True, slots=True)
class ShowStateCode(Command):
    """The unit's state as a code to photograph."""


@dataclass(frozen=True, slots=True)
class ExamineAgain(Command):
    """Look at everything anew."""
