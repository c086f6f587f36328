"""The guard signs in: badge, then six digits. A wrong try is on disk before the PIN is looked at."""

from __future__ import annotations

import math
from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.staff import guard_desk, set_date
from appliance.kiosk.technician import bench
from appliance.kiosk.turn import Turn
from appliance.messages import Command, EnterDigit, EraseDigit
from appliance.model import Role, Staff
from appliance.model.speech import Phrase
from appliance.people.pins import PIN_DIGITS, is_revoked
from appliance.status import GuardSignIn, SignInTrouble

_SAID = {
    None: Phrase.GUARD_SIGN_IN,
    SignInTrouble.WRONG_PIN: Phrase.WRONG_PIN,
    SignInTrouble.LOCKED: Phrase.BADGE_LOCKED,
    SignInTrouble.REVOKED: Phrase.BADGE_REVOKED,
    SignInTrouble.UNKNOWN_BADGE: Phrase.UNKNOWN_BADGE,
}


def ask_for_pin(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """A genuine badge was scanned."""
    turn.staff, turn.pin = staff, ""
    turn.language = staff.language
    turn.go_to(locked_or_open(context, staff))


def turn_away(turn: Turn) -> None:
    """A badge that is not, or no longer, of this library; a request at this kiosk stays in mind."""
    turn.staff, turn.pin = None, ""
    turn.go_to(GuardSignIn(None, trouble=SignInTrouble.UNKNOWN_BADGE))


def locked_or_open(context: DeskContext, staff: Staff, trouble: SignInTrouble | None = None) -> GuardSignIn:
    """The sign-in as it stands: revoked, locked for some seconds, or ready for digits."""
    failures = context.store.people.secret(staff.id).failures
    if is_revoked(failures):
        return GuardSignIn(staff, trouble=SignInTrouble.REVOKED)
    wait_s = math.ceil(context.locks.wait_s(staff.id, failures, context.uptime_s))
    if wait_s:
        return GuardSignIn(staff, trouble=SignInTrouble.LOCKED, wait_s=wait_s)
    return GuardSignIn(staff, trouble=trouble)


def count_down(context: DeskContext, turn: Turn, scene: GuardSignIn) -> None:
    """A second went by while the badge is locked."""
    if scene.trouble is SignInTrouble.LOCKED and scene.staff:
        turn.go_to(locked_or_open(context, scene.staff))


def touched(context: DeskContext, turn: Turn, scene: GuardSignIn, command: Command) -> None:
    match command:
        case EnterDigit(digit):
            _enter_digit(context, turn, scene, digit)
        case EraseDigit():
            _erase_digit(turn, scene)
        case _:
            turn.unforeseen = command


def phrases(scene: GuardSignIn) -> tuple[Phrase, ...]:
    return (_SAID[scene.trouble],)


def _enter_digit(context: DeskContext, turn: Turn, scene: GuardSignIn, digit: int) -> None:
    closed = scene.trouble in (SignInTrouble.LOCKED, SignInTrouble.REVOKED)
    if turn.staff is None or closed or not 0 <= digit <= 9:
        return
    turn.pin += str(digit)
    turn.go_to(replace(scene, digits=len(turn.pin), trouble=None))
    if len(turn.pin) == PIN_DIGITS:
        _try_pin(context, turn, turn.staff)


def _erase_digit(turn: Turn, scene: GuardSignIn) -> None:
    turn.pin = turn.pin[:-1]
    turn.go_to(replace(scene, digits=len(turn.pin)))


def _try_pin(context: DeskContext, turn: Turn, staff: Staff) -> None:
    pin, turn.pin = turn.pin, ""
    people = context.store.people
    with context.store.transaction():
        failures = people.count_failure(staff.id)
        context.store.journal.append(context.now, "pin_tried", {"staff": staff.id, "failures": failures})
    if not context.check_pin(people.secret(staff.id).pin_hash, staff.number, pin):
        _refuse_pin(context, turn, staff, failures)
        return
    context.locks.forget(staff.id)
    with context.store.transaction():
        people.forget_failures(staff.id)
        context.store.journal.append(context.now, "signed_in", {"staff": staff.id})
    if set_date.second_signed_in(context, turn, staff):
        return
    if staff.role is Role.TECHNICIAN:
        bench.open_bench(context, turn, staff)
    else:
        guard_desk.open_desk(context, turn, staff)


def _refuse_pin(context: DeskContext, turn: Turn, staff: Staff, failures: int) -> None:
    context.locks.close(staff.id, failures, context.uptime_s)
    kind = "badge_revoked" if is_revoked(failures) else "wrong_pin"
    with context.store.transaction():
        context.store.journal.append(context.now, kind, {"staff": staff.id, "failures": failures})
    turn.go_to(locked_or_open(context, staff, SignInTrouble.WRONG_PIN))
