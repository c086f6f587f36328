"""The guard signs in: badge, then six digits. A wrong try is on disk before the PIN is looked at.

It is looked at by a worker (`effects.CheckPin`), because that takes a tenth of a second and more, in which
others scan and borrow. Its answer means something only while the sign-in that asked for it is still there.
"""

from __future__ import annotations

import math
from dataclasses import replace

from appliance.effects import CheckPin
from appliance.kiosk.context import DeskContext
from appliance.kiosk.staff import guard_desk, leaving, reissue, set_date
from appliance.kiosk.staff.since_sign_in import since_sign_in
from appliance.kiosk.technician import bench
from appliance.kiosk.turn import Turn
from appliance.messages import Command, EnterDigit, EraseDigit, IssueBadge, SignOut
from appliance.model import Role, Staff
from appliance.model.speech import Phrase
from appliance.model.staff_events import BadgeRevoked, PinTried, SignedIn, WrongPin
from appliance.model.unit_events import PinNotChecked
from appliance.people.pins import PIN_DIGITS, PinTry, is_revoked
from appliance.status import GuardSignIn, SignInTrouble

CHECKED_WITHIN_S = 10.0
"""Ten times what the slowest unit takes; then the worker is taken for dead, and the PIN is typed again."""

_SAID = {
    None: Phrase.GUARD_SIGN_IN,
    SignInTrouble.WRONG_PIN: Phrase.WRONG_PIN,
    SignInTrouble.LOCKED: Phrase.BADGE_LOCKED,
    SignInTrouble.REVOKED: Phrase.BADGE_REVOKED,
    SignInTrouble.UNKNOWN_BADGE: Phrase.UNKNOWN_BADGE,
    SignInTrouble.NOT_CHECKED: Phrase.PIN_NOT_CHECKED,
}


def ask_for_pin(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """A genuine badge was scanned."""
    turn.staff, turn.pin, turn.wants_badge = staff, "", False
    turn.speaks_to(staff.language)
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


def counts_down_at_s(context: DeskContext, turn: Turn) -> float | None:
    """The uptime at which the lock on the screen is a second shorter; None without one."""
    match turn.scene:
        case GuardSignIn(staff=Staff(id=staff_id), trouble=SignInTrouble.LOCKED, wait_s=wait_s):
            return context.locks.opens_at_s(staff_id) - (wait_s - 1)
    return None


def count_down(context: DeskContext, turn: Turn) -> None:
    """A second went by while the badge is locked."""
    match turn.scene:
        case GuardSignIn(staff=Staff() as staff, trouble=SignInTrouble.LOCKED):
            _show(turn, locked_or_open(context, staff))


def touched(context: DeskContext, turn: Turn, scene: GuardSignIn, command: Command) -> None:
    match command:
        case EnterDigit(digit):
            _enter_digit(context, turn, scene, digit)
        case EraseDigit():
            _erase_digit(turn, scene)
        case IssueBadge() if scene.staff is not None and scene.trouble is SignInTrouble.REVOKED:
            reissue.begin_for_dead(context, turn, scene.staff)
        case IssueBadge() if scene.staff is not None and not scene.checking:
            turn.wants_badge = not turn.wants_badge and turn.badge_asked is None
            _show(turn, scene)
        case SignOut():
            leaving.sign_out(context, turn, scene)
        case _:
            turn.unforeseen = command


def _show(turn: Turn, scene: GuardSignIn) -> None:
    turn.go_to(replace(scene, for_badge=turn.wants_badge))


def phrases(scene: GuardSignIn) -> tuple[Phrase, ...]:
    return (Phrase.PIN_CHECKING if scene.checking else _SAID[scene.trouble],)


def _enter_digit(context: DeskContext, turn: Turn, scene: GuardSignIn, digit: int) -> None:
    closed = scene.checking or scene.trouble in (SignInTrouble.LOCKED, SignInTrouble.REVOKED)
    if turn.staff is None or closed or not 0 <= digit <= 9:
        return
    turn.pin += str(digit)
    turn.go_to(replace(scene, digits=len(turn.pin), trouble=None))
    if len(turn.pin) == PIN_DIGITS:
        _try_pin(context, turn, turn.staff)


def _erase_digit(turn: Turn, scene: GuardSignIn) -> None:
    if scene.checking:
        return
    turn.pin = turn.pin[:-1]
    turn.go_to(replace(scene, digits=len(turn.pin)))


def checked(context: DeskContext, turn: Turn, number: int, *, right: bool) -> None:
    """An answer came. For a try that is over, since the guard left or typed anew, it means nothing."""
    pin_try = context.pin_try
    if pin_try is None or pin_try.number != number:
        return
    context.pin_try = None
    staff = _waiting(turn, pin_try)
    if staff is None:
        return
    turn.refusal = None
    if right:
        _sign_in(context, turn, staff, pin_try)
    else:
        _refuse_pin(context, turn, staff, pin_try.failures)


def gives_up_at_s(context: DeskContext, _turn: Turn) -> float | None:
    """The uptime at which no answer is waited for any longer; None when none is."""
    return context.pin_try.asked_at_s + CHECKED_WITHIN_S if context.pin_try else None


def give_up(context: DeskContext, turn: Turn) -> None:
    """No answer came: the worker died. The try stays counted, because nobody knows what it was."""
    pin_try, context.pin_try = context.pin_try, None
    staff = _waiting(turn, pin_try) if pin_try else None
    if staff is not None:
        context.note(PinNotChecked(staff.id))
        _show(turn, locked_or_open(context, staff, SignInTrouble.NOT_CHECKED))


def _waiting(turn: Turn, pin_try: PinTry) -> Staff | None:
    """Who waits for the answer to this try: the one who typed it, if they are still there."""
    match turn.scene:
        case GuardSignIn(staff=Staff() as staff, checking=True):
            is_theirs = (turn.number, staff.id) == (pin_try.session, pin_try.staff_id)
            return staff if is_theirs else None
    return None


def _try_pin(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """Count it as wrong, on disk, with the lock that this brings; then have it looked at."""
    pin, turn.pin = turn.pin, ""
    people = context.store.people
    with context.store.transaction():
        failures = people.count_failure(staff.id)
        context.store.journal.append(context.now, PinTried(staff.id, failures))
    context.locks.close(staff.id, failures, context.uptime_s)
    context.pin_tries += 1
    context.pin_try = PinTry(context.pin_tries, turn.number, staff.id, failures, context.uptime_s)
    _show(turn, GuardSignIn(staff, PIN_DIGITS, checking=True))
    pin_hash = people.secret(staff.id).pin_hash
    turn.effects.append(CheckPin(context.pin_try.number, staff.number, pin_hash, pin))


def _sign_in(context: DeskContext, turn: Turn, staff: Staff, pin_try: PinTry) -> None:
    context.locks.forget(staff.id)
    turn.signed_in_at_s = context.uptime_s
    turn.since_sign_in = since_sign_in(pin_try)
    with context.store.transaction():
        context.store.people.forget_failures(staff.id)
        context.store.journal.append(context.now, SignedIn(staff.id))
    if set_date.second_signed_in(context, turn, staff) or reissue.signed_in(context, turn, staff):
        return
    if staff.role is Role.TECHNICIAN:
        bench.open_bench(context, turn, staff)
    else:
        guard_desk.open_desk(context, turn, staff)


def _refuse_pin(context: DeskContext, turn: Turn, staff: Staff, failures: int) -> None:
    refused = BadgeRevoked if is_revoked(failures) else WrongPin
    with context.store.transaction():
        context.store.journal.append(context.now, refused(staff.id, failures))
    _show(turn, locked_or_open(context, staff, SignInTrouble.WRONG_PIN))
