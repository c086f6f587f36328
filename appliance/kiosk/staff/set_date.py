"""Two members of staff say what time it is; then, and only then, it is so.

A date that the battery clock told over a weekend is believed already: who signs in first looks at it, and one
Yes is enough, as long as nothing of it was changed.

Guards, librarians and technicians may. The first chooses and confirms, another one signs in within 60 powered
seconds, sees the same date and confirms. The time they chose goes on meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from appliance.kiosk.context import DeskContext
from appliance.kiosk.staff import date_confirmed, date_steps
from appliance.kiosk.turn import DateAsked, Turn
from appliance.messages import ChangeDate, Command, ConfirmDate
from appliance.model import Role, Staff
from appliance.model.clock import DateProblem
from appliance.status import SettingDate
from appliance.timekeeping.timekeeper import BUILT_AT, floor_of

SECOND_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class _Refused:
    problem: DateProblem
    earliest: datetime


def open_date(context: DeskContext, turn: Turn, staff: Staff, problem: DateProblem | None = None) -> None:
    """Ask the first of the two what day it is, beginning at the most likely date."""
    turn.date_asked = None
    turn.go_to(replace(_likely(context, staff), problem=problem))


def look_at_date(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """As `open_date`, over the desk; a believed date may be said to be right by one."""
    turn.date_asked = None
    turn.open(replace(_likely(context, staff), off_since=off_since(context)))


def off_since(context: DeskContext) -> date | None:
    """The last day known before a time without power, while nobody has looked at the date since."""
    keeper = context.timekeeper
    if keeper.leap is None or keeper.doubt is not None:
        return None
    return keeper.leap.since.astimezone(context.zone).date()


def _likely(context: DeskContext, staff: Staff) -> SettingDate:
    at = context.timekeeper.likely.astimezone(context.zone)
    return SettingDate(at.replace(second=0, microsecond=0), staff)


def touched(context: DeskContext, turn: Turn, scene: SettingDate, command: Command) -> None:
    match command:
        case ChangeDate(part, by) if scene.first is None and scene.staff is not None:
            at = date_steps.changed(scene.at, part, by)
            turn.show(replace(scene, at=at, problem=None, not_before=None, off_since=None))
        case ConfirmDate() if scene.staff is not None and scene.off_since is not None:
            date_confirmed.looked_at(context, scene.staff)
            turn.back()
        case ConfirmDate() if scene.staff is not None and scene.first is None:
            _first(context, turn, scene, scene.staff)
        case ConfirmDate() if scene.staff is not None and scene.first is not None and scene.mended is None:
            _second(context, turn, scene.staff)
        case _:
            turn.unforeseen = command


def is_same_badge(turn: Turn, staff: Staff) -> bool:
    """The first one's badge again, where another's is waited for: the screen says so."""
    asked = turn.date_asked
    if asked is None or asked.staff.id != staff.id:
        return False
    turn.staff, turn.pin = None, ""
    turn.go_to(SettingDate(asked.at, None, asked.staff, DateProblem.SAME_BADGE))
    return True


def second_signed_in(context: DeskContext, turn: Turn, staff: Staff) -> bool:
    """After a PIN: show the date that another one chose; False when none is waiting."""
    asked = turn.date_asked
    if asked is None:
        return False
    if is_late(context, turn):
        open_date(context, turn, staff, DateProblem.TOO_LATE)
    else:
        turn.go_to(SettingDate(_goes_on(context, asked), staff, asked.staff))
    return True


def is_late(context: DeskContext, turn: Turn) -> bool:
    asked = turn.date_asked
    return asked is not None and context.uptime_s - asked.uptime_s > SECOND_WITHIN_S


def late_at_s(turn: Turn) -> float | None:
    """The uptime until which the second one is waited for; None when nobody is."""
    match turn.scene, turn.date_asked:
        case SettingDate(staff=None), DateAsked(uptime_s=uptime_s):
            return uptime_s + SECOND_WITHIN_S
    return None


def give_up(context: DeskContext, turn: Turn) -> None:
    """Nobody came, so nothing was asked."""
    if is_late(context, turn):
        turn.end()


def _first(context: DeskContext, turn: Turn, scene: SettingDate, staff: Staff) -> None:
    refused = _refuse(context, scene.at, staff)
    if refused is not None:
        day = refused.earliest.astimezone(context.zone).date()
        turn.show(replace(scene, problem=refused.problem, not_before=day))
        return
    turn.date_asked = DateAsked(scene.at, staff, context.uptime_s)
    turn.staff, turn.pin = None, ""
    turn.go_to(SettingDate(scene.at, None, staff))


def _refuse(context: DeskContext, at: datetime, staff: Staff) -> _Refused | None:
    """An hour of grace: whoever sets a clock takes the minute it shows.

    What a clock was believed to say and nobody looked at may be taken back by any two.
    """
    if at < BUILT_AT:
        return _Refused(DateProblem.BEFORE_PROGRAM, BUILT_AT)
    dates = context.store.dates
    record = dates.record()
    floor = record.leap.since if record.leap else floor_of(record, dates.last_row_at())
    if at < floor - timedelta(hours=1) and staff.role is not Role.TECHNICIAN:
        return _Refused(DateProblem.BEFORE_JOURNAL, floor)
    return None


def _goes_on(context: DeskContext, asked: DateAsked) -> datetime:
    return asked.at + timedelta(seconds=context.uptime_s - asked.uptime_s)


def _second(context: DeskContext, turn: Turn, staff: Staff) -> None:
    asked = turn.date_asked
    if asked is None or is_late(context, turn) or asked.staff.id == staff.id:
        open_date(context, turn, staff, DateProblem.TOO_LATE)
        return
    at = _goes_on(context, asked)
    mended = date_confirmed.set_to(context, at, asked.staff, staff)
    turn.date_asked = None
    turn.go_to(SettingDate(at, staff, asked.staff, mended=mended))
