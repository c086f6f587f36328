"""A badge is never dead beyond help: two members of staff issue it anew.

From the dead badge's own sign-in, or a colleague's for one that is lost or copied. The first chooses and
confirms; another one signs in within 60 powered seconds, sees the same name and confirms.
"""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.staff import leaving, new_badge
from appliance.kiosk.staff.set_date import SECOND_WITHIN_S
from appliance.kiosk.turn import BadgeAsked, Turn
from appliance.messages import ChooseHolder, Command, ConfirmBadge, SignOut, TurnPage
from appliance.model import Staff, StaffId
from appliance.model.page import page_of
from appliance.model.staff_events import BadgeProblem
from appliance.people.pins import is_revoked
from appliance.people.rights import why_not_first, why_not_second
from appliance.status import HolderChoice, ReissuingBadge

CHOICES_PER_PAGE = 4


def begin_for_dead(_context: DeskContext, turn: Turn, holder: Staff) -> None:
    """Its holder scanned a dead badge and asks for help: the first of the two is waited for."""
    turn.staff, turn.pin = None, ""
    turn.badge_asked = BadgeAsked(holder)
    turn.go_to(ReissuingBadge(None, holder))


def open_choice(context: DeskContext, turn: Turn, staff: Staff, page: int = 0) -> None:
    """Whose badge is lost, copied or dead?"""
    people = context.store.people
    choices = [
        HolderChoice(one, is_revoked(people.secret(one.id).failures))
        for one, _ in people.all_staff()
        if one.id != staff.id
    ]
    choices.sort(key=lambda choice: not choice.is_dead)
    at = page_of(page, len(choices), CHOICES_PER_PAGE)
    shown = tuple(choices[at.here])
    turn.badge_asked = None
    turn.go_to(ReissuingBadge(staff, choices=shown, page=at.number, pages=at.pages))


def touched(context: DeskContext, turn: Turn, scene: ReissuingBadge, command: Command) -> None:
    match command:
        case TurnPage(page) if scene.staff is not None and scene.holder is None:
            open_choice(context, turn, scene.staff, page)
        case ChooseHolder(staff_id) if scene.staff is not None and scene.holder is None:
            _choose(turn, scene, scene.staff, staff_id)
        case ConfirmBadge() if scene.staff is not None and scene.holder is not None and not scene.making:
            _confirm(context, turn, scene, scene.staff, scene.holder)
        case SignOut():
            leaving.sign_out(context, turn, scene)
        case _:
            turn.unforeseen = command


def is_refused(turn: Turn, staff: Staff) -> bool:
    """A badge that cannot be the one that is waited for: the screen says why, and asks no PIN."""
    match turn.scene:
        case ReissuingBadge(making=True):
            return True  # both have confirmed, and a badge in passing does not stop it
    asked = turn.badge_asked
    problem = _why_not(asked, staff) if asked is not None else None
    if asked is None or problem is None:
        return False
    turn.staff, turn.pin, turn.signed_in_at_s = None, "", None
    turn.go_to(ReissuingBadge(None, asked.holder, asked.first, problem=problem))
    return True


def signed_in(context: DeskContext, turn: Turn, staff: Staff) -> bool:
    """After a PIN: let the first choose, or either of the two confirm; False when it is not about a badge."""
    asked = turn.badge_asked
    if asked is None and not turn.wants_badge:
        return False
    turn.wants_badge = False
    if asked is None:
        open_choice(context, turn, staff)
    elif is_late(context, turn):
        asked = turn.badge_asked = BadgeAsked(asked.holder)
        turn.go_to(ReissuingBadge(staff, asked.holder, problem=BadgeProblem.TOO_LATE))
    else:
        turn.go_to(ReissuingBadge(staff, asked.holder, asked.first))
    return True


def is_late(context: DeskContext, turn: Turn) -> bool:
    asked = turn.badge_asked
    if asked is None or asked.first is None:
        return False
    return context.uptime_s - asked.uptime_s > SECOND_WITHIN_S


def late_at_s(turn: Turn) -> float | None:
    """The uptime until which the second one is waited for; None when nobody is."""
    match turn.scene, turn.badge_asked:
        case ReissuingBadge(staff=None), BadgeAsked(first=Staff(), uptime_s=uptime_s):
            return uptime_s + SECOND_WITHIN_S
    return None


def give_up(context: DeskContext, turn: Turn) -> None:
    """Nobody came, so nothing was asked."""
    if is_late(context, turn):
        leaving.sign_out(context, turn, turn.scene)


def _why_not(asked: BadgeAsked, staff: Staff) -> BadgeProblem | None:
    if asked.first is None:
        return why_not_first(staff, asked.holder)
    return why_not_second(staff, asked.first, asked.holder)


def _choose(turn: Turn, scene: ReissuingBadge, staff: Staff, staff_id: StaffId) -> None:
    chosen = next((choice.staff for choice in scene.choices if choice.staff.id == staff_id), None)
    if chosen is not None and why_not_first(staff, chosen) is None:
        turn.badge_asked = BadgeAsked(chosen)
        turn.go_to(ReissuingBadge(staff, chosen))


def _confirm(context: DeskContext, turn: Turn, scene: ReissuingBadge, staff: Staff, holder: Staff) -> None:
    asked = turn.badge_asked
    if asked is None or asked.first is None:
        turn.badge_asked = BadgeAsked(holder, staff, context.uptime_s)
        turn.staff, turn.pin, turn.signed_in_at_s = None, "", None
        turn.go_to(ReissuingBadge(None, holder, staff))
    elif is_late(context, turn):
        turn.badge_asked = BadgeAsked(holder)
        turn.go_to(ReissuingBadge(staff, holder, problem=BadgeProblem.TOO_LATE))
    elif why_not_second(staff, asked.first, holder) is None:
        new_badge.make(context, turn, holder, asked.first, staff)
        turn.go_to(replace(scene, making=True, problem=None))
