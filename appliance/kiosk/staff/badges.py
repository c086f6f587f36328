"""What a genuine badge means on each scene."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.staff import leaving, sign_in
from appliance.kiosk.technician.bench import bench_of
from appliance.kiosk.turn import Turn
from appliance.model import Staff
from appliance.status import (
    AwaitingApproval,
    Basket,
    BenchScene,
    GuardDesk,
    GuardSignIn,
    ReissuingBadge,
    SettingDate,
)


def begin(context: DeskContext, turn: Turn, _scene: object, staff: Staff) -> None:
    """Whoever was here is forgotten, and the PIN is asked."""
    turn.end()
    sign_in.ask_for_pin(context, turn, staff)


def begin_here(context: DeskContext, turn: Turn, _scene: object, staff: Staff) -> None:
    """Nobody in particular stood here: whoever touched a language here is who scans."""
    turn.end_for_who_stands_here()
    sign_in.ask_for_pin(context, turn, staff)


def at_basket(context: DeskContext, turn: Turn, scene: Basket, staff: Staff) -> None:
    """The reader has not asked yet: their basket is there again when staff leave."""
    turn.kept = scene
    turn.readers_choice = turn.touched_language
    sign_in.ask_for_pin(context, turn, staff)


def at_request(context: DeskContext, turn: Turn, _scene: AwaitingApproval, staff: Staff) -> None:
    """The request at this kiosk stays in mind, and so does what its reader touched."""
    turn.readers_choice = turn.touched_language
    sign_in.ask_for_pin(context, turn, staff)


def at_sign_in(context: DeskContext, turn: Turn, scene: GuardSignIn, staff: Staff) -> None:
    """The same badge again changes nothing; another one signs in, and the request here stays in mind."""
    if scene.staff is None or scene.staff.id != staff.id:
        sign_in.ask_for_pin(context, turn, staff)


def at_desk(context: DeskContext, turn: Turn, scene: GuardDesk, staff: Staff) -> None:
    """The badge again signs out; another one signs in."""
    _out_or_in(context, turn, scene, scene.staff, staff)


def at_bench(context: DeskContext, turn: Turn, scene: BenchScene, staff: Staff) -> None:
    """As at the guard's desk."""
    bench = bench_of(turn)
    _out_or_in(context, turn, scene, bench.staff if bench else None, staff)


def at_date(context: DeskContext, turn: Turn, scene: SettingDate, staff: Staff) -> None:
    """Where the second one's badge is waited for, the date that was asked for stays in mind."""
    if scene.staff is None:
        sign_in.ask_for_pin(context, turn, staff)
    else:
        begin(context, turn, scene, staff)


def at_reissue(context: DeskContext, turn: Turn, scene: ReissuingBadge, staff: Staff) -> None:
    """Where a badge is waited for, whose is to be issued anew stays in mind."""
    if scene.staff is None:
        sign_in.ask_for_pin(context, turn, staff)
    else:
        _out_or_in(context, turn, scene, scene.staff, staff)
        turn.badge_asked = None


def _out_or_in(context: DeskContext, turn: Turn, scene: object, there: Staff | None, staff: Staff) -> None:
    """The badge again leaves. Another one takes over, and the reader who stands here stays in mind."""
    if there is not None and there.id == staff.id:
        leaving.sign_out(context, turn, scene)
        return
    turn.number += 1
    turn.signed_in_at_s = turn.since_sign_in = None
    turn.language_chosen = turn.readers_choice is not None
    sign_in.ask_for_pin(context, turn, staff)
