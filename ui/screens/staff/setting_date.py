"""What day is it? A calendar leaf and a clock with large − and +, confirmed by two members of staff."""

from __future__ import annotations

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from appliance.messages import ChangeDate, ConfirmDate, GoHome
from appliance.model.clock import DateProblem, Mended
from appliance.status import DatePart, SettingDate, Status
from ui import kv
from ui.screens.screen import KioskScreen
from ui.widgets.basics import calendar_leaf  # noqa: F401 - names for the .kv
from ui.widgets.staff import date_dial  # noqa: F401 - names for the .kv
from ui.wording import Wording


class SettingDateScreen(KioskScreen):
    """The same picture for both: only the first can change it, and only who is signed in can confirm."""

    ask = StringProperty("")
    advice = StringProperty("")
    trouble = StringProperty("")
    agreed = StringProperty("")
    weekday = StringProperty("")
    may_change = BooleanProperty(False)
    may_confirm = BooleanProperty(False)
    done = BooleanProperty(False)
    confirmed = ObjectProperty(None, allownone=True)
    """What a *yes* says yes to, and whose it is."""

    def show(self, status: Status) -> None:
        super().show(status)
        scene = status.scene
        assert isinstance(scene, SettingDate)
        wording: Wording = self.wording
        self.may_change = scene.first is None
        self.may_confirm = scene.staff is not None
        self.done = scene.mended is not None
        self.confirmed = (scene.at, scene.first, scene.staff, self.done)
        sets = scene.first is None and scene.off_since is None
        self.agreed = wording.say("Set") if sets else wording.say("It is right")
        self.weekday = wording.weekday(scene.at)
        self._show_parts(scene, wording)
        self.ask, self.advice = _asked(scene, wording)
        self.trouble = _trouble(scene, wording)

    def _show_parts(self, scene: SettingDate, wording: Wording) -> None:
        at, ids = scene.at, self.ids
        ids.day.text = wording.number(f"{at.day:02}")
        ids.month.text = wording.month(at)
        ids.year.text = wording.number(at.year)
        ids.hour.text = wording.number(f"{at.hour:02}")
        ids.minute.text = wording.number(f"{at.minute:02}")

    def change(self, part: str, by: int) -> None:
        self.send(ChangeDate(DatePart(part), by))

    def confirm(self) -> None:
        """Yes, or the way out once it is set."""
        self.send(GoHome() if self.done else ConfirmDate())


def _asked(scene: SettingDate, wording: Wording) -> tuple[str, str]:
    say = wording.say
    if scene.mended is not None:
        return say("The date is set"), _told(scene.mended, wording)
    if scene.off_since is not None:
        advice = say("Off since {day}: is this the date today?")
        return say("Is this date true?"), advice.format(day=wording.day_short(scene.off_since))
    if scene.first is None:
        return say("What day is it?"), say("Put the true date and time, then touch Set.")
    if scene.staff is None:
        return say("A second badge, please"), say("Another member of staff scans a badge within a minute.")
    return say("Is this date true?"), say("Set by {name}").format(name=scene.first.name)


def _told(mended: Mended, wording: Wording) -> str:
    """What was dated wrongly and is mended now."""
    told = [say for say in (_loans(mended, wording), _requests(mended, wording)) if say]
    return " · ".join(told) or wording.say("No due date had to be moved.")


def _loans(mended: Mended, wording: Wording) -> str:
    if not mended.loans:
        return ""
    return wording.count("{number} loan is due later now", "{number} loans are due later now", mended.loans)


def _requests(mended: Mended, wording: Wording) -> str:
    if not mended.requests:
        return ""
    return wording.count("{number} request waits on", "{number} requests wait on", mended.requests)


def _trouble(scene: SettingDate, wording: Wording) -> str:
    say = wording.say
    match scene.problem:
        case None:
            return ""
        case DateProblem.SAME_BADGE:
            return say("This is the same badge. It must be another member of staff.")
        case DateProblem.TOO_LATE:
            return say("More than a minute went by. Please begin again.")
        case DateProblem.BEFORE_PROGRAM:
            text = say("This program was made later. Not before {date}.")
        case DateProblem.BEFORE_JOURNAL:
            text = say("Books were lent later than this, until {date}. Only a technician can go back.")
    return text.format(date=wording.day(scene.not_before) if scene.not_before else "")


kv.load(__file__)
