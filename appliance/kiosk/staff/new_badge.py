"""A new badge and a new PIN: made ready by a worker, then the old ones are dead in one transaction.

The code goes on paper, and on the screen only where no paper came. The PIN is shown to its holder once and is
nowhere else; what neither paper nor eyes caught is issued anew by two members of staff, as often as needed.
"""

from __future__ import annotations

from dataclasses import replace

from appliance.effects import HashPin, PrintBadge
from appliance.kiosk.context import DeskContext
from appliance.kiosk.slips.at_printer import CAN_PRINT
from appliance.kiosk.staff import leaving
from appliance.kiosk.turn import NewBadge, Turn
from appliance.messages import Command, PrintAgain, ShowPin, SignOut, SlipFailed, SlipPrinted
from appliance.model import Staff
from appliance.model.staff_events import BadgeProblem, BadgeReissued
from appliance.paper.badge_slip import NO_LOANS, BadgeSlipFacts
from appliance.people.cards import CardKind, card_code
from appliance.people.pins import new_pin
from appliance.status import BadgeIssued, ReissuingBadge, SlipProgress

MADE_WITHIN_S = 10.0
PRINTED_WITHIN_S = 20.0
"""Then the code is shown, so that nobody waits for a printer that says nothing; paper may still come."""


def make(context: DeskContext, turn: Turn, holder: Staff, first: Staff, second: Staff) -> None:
    """Both have confirmed."""
    context.pin_tries += 1
    made = NewBadge(context.pin_tries, holder, first, second, new_pin(), context.uptime_s)
    turn.new_badge = made
    turn.effects.append(HashPin(made.number, holder.number, made.pin))


def pin_hashed(context: DeskContext, turn: Turn, number: int, pin_hash: str) -> None:
    """The worker answered. For a badge that nobody waits for any more it means nothing."""
    made = turn.new_badge
    match turn.scene:
        case ReissuingBadge(making=True) if made is not None and made.number == number:
            _issue(context, turn, made, pin_hash)


def gives_up_at_s(turn: Turn) -> float | None:
    """The uptime at which the worker's or the printer's answer is waited for no longer."""
    made = turn.new_badge
    match turn.scene:
        case ReissuingBadge(making=True) if made is not None:
            return made.asked_at_s + MADE_WITHIN_S
        case BadgeIssued(slip=SlipProgress.PRINTING) if made is not None:
            return made.asked_at_s + PRINTED_WITHIN_S
    return None


def give_up(_context: DeskContext, turn: Turn) -> None:
    match turn.scene:
        case ReissuingBadge() as scene:
            turn.new_badge = None
            turn.go_to(replace(scene, making=False, problem=BadgeProblem.NOT_MADE))
        case BadgeIssued():
            _slip_is(turn, SlipProgress.FAILED)


def slip_came(turn: Turn, event: SlipPrinted | SlipFailed) -> None:
    """What became of a slip; it matters here if it is the badge."""
    made = turn.new_badge
    if made is not None and (event.request_id, event.print) == (NO_LOANS, made.print):
        came = isinstance(event, SlipPrinted)
        _slip_is(turn, SlipProgress.PRINTED if came else SlipProgress.FAILED)


def touched(context: DeskContext, turn: Turn, scene: BadgeIssued, command: Command) -> None:
    made = turn.new_badge
    match command:
        case ShowPin() if made is not None:
            turn.show(replace(scene, pin=made.pin))
        case PrintAgain() if made is not None and scene.slip is not SlipProgress.PRINTING:
            _print(context, turn, made)
        case SignOut():
            leaving.sign_out(context, turn, scene)
        case _:
            turn.unforeseen = command


def _issue(context: DeskContext, turn: Turn, made: NewBadge, pin_hash: str) -> None:
    """From here on the old badge opens nothing."""
    holder = made.holder
    with context.store.transaction():
        issue = context.store.people.reissue(holder.id, pin_hash)
        event = BadgeReissued(holder.id, made.first.id, made.second.id, issue)
        context.store.journal.append(context.now, event)
    context.locks.forget(holder.id)
    made = replace(made, code=card_code(context.card_key, CardKind.STAFF, holder.number, issue))
    turn.staff = turn.signed_in_at_s = turn.badge_asked = turn.since_sign_in = None
    turn.speaks_to(holder.language)
    turn.touched_at_s = context.uptime_s
    turn.go_to(BadgeIssued(holder, SlipProgress.FAILED))
    _print(context, turn, made)


def _print(context: DeskContext, turn: Turn, made: NewBadge) -> None:
    context.badge_prints += 1
    turn.new_badge = made = replace(made, print=context.badge_prints, asked_at_s=context.uptime_s)
    printer = context.at_printer
    if printer.state not in CAN_PRINT or printer.silent_since_s is not None:
        _slip_is(turn, SlipProgress.FAILED)
        return
    site_name = context.names[made.holder.language]
    turn.effects.append(PrintBadge(BadgeSlipFacts(made.holder, site_name, made.code, made.print)))
    _slip_is(turn, SlipProgress.PRINTING)


def _slip_is(turn: Turn, progress: SlipProgress) -> None:
    """The code is on the screen only as long as it is not on paper."""
    made = turn.new_badge
    match turn.scene:
        case BadgeIssued() as scene if made is not None:
            code = made.code if progress is SlipProgress.FAILED else ""
            turn.show(replace(scene, slip=progress, code=code))
