"""Work over time: what is watched, the moment at which it wants to be looked at next, and what is done then.

A deadline is told out of memory, never out of the file, so a tick on which nothing is due costs the same
however much there is in the library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from appliance.kiosk import date_watch, forged, idle
from appliance.kiosk.context import DeskContext
from appliance.kiosk.device_events import DeviceDesk
from appliance.kiosk.jobs.desk import JobDesk
from appliance.kiosk.lapsing import Lapsing
from appliance.kiosk.reader import basket
from appliance.kiosk.slips import printer_events
from appliance.kiosk.staff import leaving, new_badge, reissue, set_date, sign_in
from appliance.kiosk.turn import Turn
from appliance.model.unit_events import RoomAgain
from appliance.status import Attract, GuardSignIn, Home, OutOfService, OutOfServiceReason

Deadline = float | datetime | None
"""Powered seconds (`uptime_s`), or a moment of the library's time; None when nothing is waited for."""


@dataclass(slots=True)
class Watched:
    """What the watchers look at."""

    context: DeskContext
    turn: Turn
    devices: DeviceDesk
    lapsing: Lapsing = field(default_factory=Lapsing)
    jobs: JobDesk = field(default_factory=JobDesk)
    basket_day: date = date.min
    """The civil date of the due dates in the basket that is open."""


@dataclass(frozen=True, slots=True)
class Watcher:
    what: str
    deadline: Callable[[Watched], Deadline]
    act: Callable[[Watched], None]


def tick(watched: Watched) -> None:
    """Look at what is due, in the order of the table.

    Raises:
        StoreFull: what could not be written is due again at the next tick, and so is all that stands behind.
    """
    for watcher in WATCHERS:
        deadline = watcher.deadline(watched)
        # Most wait for nothing, and every message is behind a tick.
        if deadline is not None and _has_come(deadline, watched.context):
            watcher.act(watched)


def _has_come(deadline: float | datetime, context: DeskContext) -> bool:
    if isinstance(deadline, datetime):
        return context.now >= deadline
    return context.uptime_s >= deadline


def _full_disk(watched: Watched) -> Deadline:
    scene = watched.turn.scene
    is_full = isinstance(scene, OutOfService) and scene.reason is OutOfServiceReason.DISK_FULL
    return watched.context.uptime_s if is_full else None


def _try_the_disk_again(watched: Watched) -> None:
    """Somebody may have made room; until then each try ends in `StoreFull` and changes nothing."""
    context, turn = watched.context, watched.turn
    context.note(RoomAgain())
    printer_events.there_is_room(context, turn)
    turn.end(Attract())
    turn.touched_at_s = context.uptime_s


def _leave(watched: Watched) -> None:
    turn = watched.turn
    if isinstance(turn.scene, GuardSignIn) and turn.kept is not None:
        # No PIN came: the reader whose basket it is has been waiting.
        leaving.sign_out(watched.context, turn, turn.scene)
    else:
        was_home = isinstance(turn.scene, Home) and turn.refusal is None
        turn.end(Attract() if was_home else Home())
    turn.touched_at_s = watched.context.uptime_s


def _day_turned(watched: Watched) -> Deadline:
    return watched.context.uptime_s if watched.basket_day != watched.context.today else None


def _date_the_basket(watched: Watched) -> None:
    watched.basket_day = watched.context.today
    basket.keep_dates_true(watched.context, watched.turn)


def _do_jobs(watched: Watched) -> None:
    asked = watched.jobs.work(watched.context)
    if asked is not None:
        watched.turn.effects.append(asked)


# The disk first: while it is full nothing else can be written, and its error ends the tick.
WATCHERS: tuple[Watcher, ...] = (
    Watcher("a full disk", _full_disk, _try_the_disk_again),
    Watcher(
        "how far the date can be trusted",
        lambda watched: date_watch.noted_next_at(watched.context),
        lambda watched: date_watch.note(watched.context),
    ),
    Watcher(
        "the lock of a badge on the screen",
        lambda watched: sign_in.counts_down_at_s(watched.context, watched.turn),
        lambda watched: sign_in.count_down(watched.context, watched.turn),
    ),
    Watcher(
        "a pause after forged codes on the screen",
        lambda watched: forged.shorter_at_s(watched.turn),
        lambda watched: forged.count_down(watched.context, watched.turn),
    ),
    Watcher(
        "a PIN that is being looked at",
        lambda watched: sign_in.gives_up_at_s(watched.context, watched.turn),
        lambda watched: sign_in.give_up(watched.context, watched.turn),
    ),
    Watcher("nobody touches anything", lambda watched: idle.ends_at_s(watched.turn), _leave),
    Watcher(
        "the second member of staff for a new date",
        lambda watched: set_date.late_at_s(watched.turn),
        lambda watched: set_date.give_up(watched.context, watched.turn),
    ),
    Watcher(
        "the second member of staff for a new badge",
        lambda watched: reissue.late_at_s(watched.turn),
        lambda watched: reissue.give_up(watched.context, watched.turn),
    ),
    Watcher(
        "a new PIN that is made ready, a new badge that is printed",
        lambda watched: new_badge.gives_up_at_s(watched.turn),
        lambda watched: new_badge.give_up(watched.context, watched.turn),
    ),
    Watcher("midnight over an open basket", _day_turned, _date_the_basket),
    Watcher(
        "slips, and a printer that is silent",
        lambda watched: watched.context.at_printer.looked_at_s(watched.context.uptime_s),
        lambda watched: watched.devices.watch(),
    ),
    Watcher(
        "requests that nobody decided",
        lambda watched: watched.lapsing.next_at(watched.context),
        lambda watched: watched.lapsing.let_lapse(watched.context, watched.turn),
    ),
    Watcher(
        "periodic jobs",
        lambda watched: watched.jobs.next_at(watched.context),
        _do_jobs,
    ),
)
