"""The library's time: it counts powered seconds from a start that can be believed.

The wall clock is looked at for the start and to notice that it jumped; it never moves the library's time
while the program runs. A start that cannot be believed is put at the floor: the latest moment that
certainly was. A battery clock is believed over a closing shorter than a loan (decision 0013); nothing else
that nobody confirmed ever takes the journal ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from appliance.model.clock import NOTHING_NOTED, SOME_BOOT, Boot, ClockRecord, Doubt, Leap

BUILT_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""Before this no library of this program was ever open; to be moved on with each release."""
BELIEVED_MOST = timedelta(days=14)
"""As long as the loan of a book: a clock that is wrong by less makes nothing late on the day it was lent."""
NIGHT_MOST = timedelta(hours=36)
"""A longer time without power is believed with a mark: one member of staff is to look at the date."""
APART_MOST = timedelta(minutes=5)
"""Wall clock and uptime are of one crystal; only a hand or a program takes them further apart."""
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)


def floor_of(record: ClockRecord, last_row_at: datetime | None) -> datetime:
    """The latest moment that certainly was: of the program's making or of the journal's last row."""
    ahead = record.journal_ahead
    if ahead is not None and (last_row_at is None or last_row_at <= ahead):
        last_row_at = record.noted_at
    return max(BUILT_AT, last_row_at or BUILT_AT)


def first_moment(wall: datetime) -> datetime:
    """When a library may say that it began."""
    return wall if BUILT_AT <= wall < _LATEST else BUILT_AT


@dataclass(slots=True)
class Timekeeper:
    """`trusts_wall` is for demonstrations and tests: there the wall clock is the time."""

    floor: datetime = BUILT_AT
    record: ClockRecord = NOTHING_NOTED
    boot: Boot = SOME_BOOT
    trusts_wall: bool = False
    doubt: Doubt | None = None
    leap: Leap | None = None
    """Nobody has looked at the date since the battery clock was believed over more than a night."""
    wall: datetime = BUILT_AT
    uptime_s: float = 0.0
    _start: datetime | None = None
    _start_wall: datetime = BUILT_AT
    _start_uptime_s: float = 0.0
    _start_doubt: Doubt | None = None

    def read(self, wall: datetime, uptime_s: float) -> datetime:
        """The library's time for this reading of both clocks; `doubt` says how far it can be trusted."""
        self.wall, self.uptime_s = wall, max(uptime_s, self.uptime_s)
        if self.trusts_wall:
            return wall
        if self._start is None and not self._goes_on():
            self._begin_anew()
        parted = abs(self.wall - self.unmoved_wall) > APART_MOST
        self.doubt = self._start_doubt or (Doubt.JUMPED_WHILE_RUNNING if parted else None)
        return self.now

    @property
    def now(self) -> datetime:
        return self.wall if self._start is None else self._start + self._elapsed()

    @property
    def unmoved_wall(self) -> datetime:
        """What the wall clock would say if nobody had moved it since the start."""
        return self._start_wall + self._elapsed()

    @property
    def likely(self) -> datetime:
        """What the date most probably is: where a member of staff begins to correct it."""
        believed = self._shifted(self.wall)
        ahead = self.doubt in (Doubt.JUMPED_AHEAD, Doubt.JUMPED_WHILE_RUNNING)
        return believed if ahead and self.now < believed < _LATEST else self.now

    def confirm(self, true_now: datetime) -> None:
        """Two members of staff said what time it is. Nothing else ever takes the library's time back."""
        self._begin(true_now)
        self.trusts_wall = False
        self.doubt = self._start_doubt = self.leap = None

    def _goes_on(self) -> bool:
        """In a boot that was noted the uptime tells the time, whatever became of the wall clock meanwhile."""
        record = self.record
        if record.wall is None or record.noted_at is None or self.boot.id in ("", "-"):
            return False
        since = timedelta(seconds=self.uptime_s - record.uptime_s)
        if self.boot.id != record.boot_id or since < timedelta(0) or record.noted_at + since < self.floor:
            return False
        self._start, self._start_wall, self._start_uptime_s = record.noted_at, record.wall, record.uptime_s
        # A clock that was moved while the program ran is seen to be so anew.
        self._start_doubt = None if record.doubt is Doubt.JUMPED_WHILE_RUNNING else record.doubt
        self.leap = record.leap
        return True

    def _begin_anew(self) -> None:
        believed = self._shifted(self.wall)
        self._start_doubt = self._at_start(believed)
        self._begin(believed if self._start_doubt is None else self.floor)
        self.leap = self._leap_to(believed) if self._start_doubt is None else self.record.leap

    def _leap_to(self, believed: datetime) -> Leap | None:
        leap = self.record.leap
        if not self.record.boot_id or believed - self.floor <= NIGHT_MOST:
            return leap
        return Leap(leap.since if leap else self.floor, believed)

    def _begin(self, at: datetime) -> None:
        self._start, self._start_wall, self._start_uptime_s = at, self.wall, self.uptime_s

    def _elapsed(self) -> timedelta:
        return timedelta(seconds=self.uptime_s - self._start_uptime_s)

    def _shifted(self, wall: datetime) -> datetime:
        try:
            return wall + timedelta(seconds=self.record.offset_s)
        except OverflowError:
            return wall

    def _at_start(self, believed: datetime) -> Doubt | None:
        record = self.record
        if believed < self.floor or self._began_before_the_last_boot(believed):
            return Doubt.BEFORE_FLOOR
        if believed - self.floor > BELIEVED_MOST and record.boot_id:
            return Doubt.JUMPED_AHEAD
        if not self.boot.has_clock and self.boot.id != record.boot_id:
            return Doubt.NO_RTC
        return Doubt.JUMPED_AHEAD if record.doubt_after is not None else None

    def _began_before_the_last_boot(self, believed: datetime) -> bool:
        """This boot came after all that the journal tells of another one."""
        is_another = bool(self.boot.id and self.record.boot_id) and self.boot.id != self.record.boot_id
        return is_another and believed - timedelta(seconds=self.uptime_s) < self.floor - APART_MOST
