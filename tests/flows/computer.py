"""A computer under a storyboard: switched off and on, with a battery clock as Linux shows it, good or bad.

The true time goes on whatever any clock says; only the test knows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from appliance.messages import ChangeDate, ConfirmDate, GoHome, SetDate, Started, Stopped, Ticked
from appliance.status import DatePart, SettingDate
from appliance.timekeeping.timekeeper import BUILT_AT
from drivers.clock.battery import this_boot
from tests.flows.storyboard import MONDAY, Storyboard, _open

STARTS_IN_S = 20.0
"""From the power to the kiosk."""


class Battery(StrEnum):
    GOOD = "good"
    DEAD = "dead"
    """The chip is there, and says itself that it knows no time."""
    NONE = "none"
    """No chip: the system goes on from a file that was saved while it ran."""


@dataclass
class Computer:
    story: Storyboard
    true: datetime = MONDAY
    battery: Battery = Battery.GOOD
    ahead: timedelta = timedelta(0)
    """How far the chip is ahead of the true time."""
    wakes_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """What the system says after a start with a dead battery."""
    boots: int = 0
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.story.folder.parent / f"{self.story.folder.name}-computer"
        self.root.mkdir(exist_ok=True)
        self._switch_on()

    @property
    def true_day(self) -> date:
        return self.true.astimezone(self.story.library.zone).date()

    def runs(self, span: timedelta) -> None:
        self.true += span
        self.story.passes(span)

    def runs_until(self, moment: datetime) -> None:
        self.runs(moment - self.true)

    def is_off_for(self, span: timedelta, *, in_good_order: bool = True) -> None:
        """Without power, then on again."""
        if in_good_order:
            self.story.post(Stopped())
        self.true += span
        self._switch_on()

    def is_off_until(self, moment: datetime) -> None:
        self.is_off_for(moment - self.true)

    def restarts_the_program(self) -> None:
        """In the same boot."""
        self._open(self.story.uptime_s)

    def _switch_on(self) -> None:
        self.boots += 1
        (self.root / "boot_id").write_text(f"boot-{self.boots}\n")
        match self.battery:
            case Battery.GOOD:
                self.story.now = self.true + self.ahead
            case Battery.DEAD:
                self.story.now = self.wakes_at
            case Battery.NONE:
                pass  # the saved file says what the wall clock said last
        self.true += timedelta(seconds=STARTS_IN_S)
        self.story.now += timedelta(seconds=STARTS_IN_S)
        self._open(STARTS_IN_S)

    def _open(self, uptime_s: float) -> None:
        story = self.story
        story.store.close()
        story.store, story.library, story.kiosk = _open(story.folder)
        self._show_chip()
        boot = this_boot(story.now, BUILT_AT, self.root / "rtc", self.root / "boot_id")
        story.library.timekeeper.boot = boot
        story.uptime_s = uptime_s
        story.post(Ticked(story.now, uptime_s))
        story.post(Started())

    def _show_chip(self) -> None:
        chip = self.root / "rtc/rtc0"
        chip.mkdir(parents=True, exist_ok=True)
        (chip / "hctosys").write_text("0\n" if self.battery is Battery.NONE else "1\n")
        since_epoch = chip / "since_epoch"
        since_epoch.unlink(missing_ok=True)
        if self.battery is Battery.GOOD:
            since_epoch.write_text(f"{int((self.true + self.ahead).timestamp())}\n")


def asks_for_the_date(story: Storyboard, name: str = "Guard Rith") -> SettingDate:
    story.touches(GoHome())
    story.scans_badge_of(name)
    story.types_pin()
    story.touches(SetDate())
    return story.sees(SettingDate)


def two_set(story: Storyboard, true: datetime, first: str = "Guard Rith") -> SettingDate:
    """Two members of staff set the kiosk to `true`, to the minute, by its own buttons."""
    asks_for_the_date(story, first)
    dials(story, true)
    second_confirms(story)
    return story.sees(SettingDate)


def dials(story: Storyboard, true: datetime) -> None:
    wanted = true.astimezone(story.library.zone)
    for part in (DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.HOUR, DatePart.MINUTE):
        while by := getattr(wanted, part) - getattr(story.sees(SettingDate).at, part):
            story.touches(ChangeDate(part, 1 if by > 0 else -1))


def second_confirms(story: Storyboard) -> None:
    """After the first one's Yes."""
    story.touches(ConfirmDate())
    if story.sees(SettingDate).problem is None:
        story.scans_badge_of("Librarian Mony")
        story.types_pin()
        story.touches(ConfirmDate())
