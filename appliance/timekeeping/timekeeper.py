"""The library's time: it counts powered seconds from a start that can be believed.

The wall clock is looked at for the start and to notice that it jumped; it never moves the library's time
while the program runs. A start that cannot be believed is put at the floor: the latest moment that
certainly was. Nothing that nobody confirmed ever takes the journal ahead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from appliance.model.clock import NOTHING_NOTED, SOME_BOOT, Boot, ClockRecord, Doubt

BUILT_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""Before this no library of this program was ever open; to be moved on with each release."""
AHEAD_MOST = timedelta(hours=36)
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
        if self._start is None:
            believed = self._shifted(wall)
            self._start_doubt = self._at_start(believed)
            self._begin(believed if self._start_doubt is None else self.floor)
        elapsed = self._elapsed()
        parted = abs(self.wall - self._start_wall - elapsed) > APART_MOST
        self.doubt = self._start_doubt or (Doubt.JUMPED_WHILE_RUNNING if parted else None)
        return self.now

    @property
    def now(self) -> datetime:
        return self.wall if self._start is None else self._start + self._elapsed()

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
        self.doubt = self._start_doubt = None

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
        if believed < self.floor:
            return Doubt.BEFORE_FLOOR
        if believed - self.floor > AHEAD_MOST and self.record.boot_id:
            return Doubt.JUMPED_AHEAD
        if not self.boot.has_clock and self.boot.id != self.record.boot_id:
            return Doubt.NO_RTC
        if self.record.doubt_after is not None:
            return Doubt.JUMPED_AHEAD
        return None
