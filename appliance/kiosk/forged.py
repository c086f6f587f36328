"""A card, a badge or a slip that this library never made: counted, slowed, told to staff; never its code."""

from __future__ import annotations

import math
from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.model import Objection, Reason, Refusal, Side
from appliance.model.unit_events import ForgedCode
from appliance.paper.codes import SlipScan
from appliance.people.cards import CardKind, CardScan

_ISSUES_KNOWN = 20
"""Of so many replaced cards the last ones are known as such."""


def is_paused(context: DeskContext, turn: Turn, side: Side) -> bool:
    """Whether codes are not looked at here for a while; then the screen says how long."""
    open_at_s = context.forgeries.open_at_s(side)
    if open_at_s <= context.uptime_s:
        return False
    _show_pause(context, turn, open_at_s)
    return True


def note(context: DeskContext, turn: Turn, side: Side, code: CardScan | SlipScan) -> None:
    """Count it, on disk; after some the side has a pause, which is shown with the refusal that is there."""
    with context.store.transaction():
        count = context.store.forged_codes.count_one()
        context.store.journal.append(context.now, ForgedCode(_what(code), side, count))
    open_at_s = context.forgeries.count(side, context.uptime_s)
    if open_at_s > context.uptime_s:
        _show_pause(context, turn, open_at_s)


def is_replaced(key: bytes, card: CardScan, issue: int) -> bool:
    """Whether it was genuine before a newer one was issued: nobody made it up."""
    return any(card.is_genuine(key, older) for older in range(max(1, issue - _ISSUES_KNOWN), issue + 1))


def shorter_at_s(turn: Turn) -> float | None:
    """The uptime at which the pause on the screen is a second shorter; None without one."""
    wait_s = _wait_s(turn.refusal)
    return turn.pause_ends_at_s - (wait_s - 1) if wait_s is not None else None


def count_down(context: DeskContext, turn: Turn) -> None:
    """A second of the pause went by; at its end nothing is left of it but another reason that was told."""
    if turn.refusal is None:
        return
    left_s = math.ceil(turn.pause_ends_at_s - context.uptime_s)
    others = tuple(one for one in turn.refusal.objections if one.reason is not Reason.WAIT_TO_SCAN)
    pause = (Objection(Reason.WAIT_TO_SCAN, wait_s=left_s),) if left_s > 0 else ()
    objections = (*others, *pause)
    turn.refusal = replace(turn.refusal, objections=objections) if objections else None


def _what(code: CardScan | SlipScan) -> str:
    if isinstance(code, SlipScan):
        return "slip"
    return "badge" if code.kind is CardKind.STAFF else "card"


def _wait_s(refusal: Refusal | None) -> int | None:
    """Of the pause in a refusal that is shown."""
    return refusal.objections[-1].wait_s if refusal else None


def _show_pause(context: DeskContext, turn: Turn, ends_at_s: float) -> None:
    pause = Objection(Reason.WAIT_TO_SCAN, wait_s=math.ceil(ends_at_s - context.uptime_s))
    shown = turn.refusal.objections if turn.refusal else ()
    turn.pause_ends_at_s = ends_at_s
    refuse(turn, Refusal((*shown, pause)))
