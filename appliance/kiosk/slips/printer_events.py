"""What comes back from the printer, and what never comes back, and what that means for the asking."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.slips import asking
from appliance.kiosk.slips.outcomes import finish, set_state, show
from appliance.kiosk.slips.queue import CAN_PRINT
from appliance.kiosk.turn import Turn
from appliance.messages import SlipFailed, SlipPrinted
from appliance.model import PrinterState
from appliance.ports import SlipAsked, SlipState
from appliance.status import SlipProgress

SILENT_AFTER_S = 120.0
"""Longer than the slowest printer takes for the longest slip; then it is taken for dead."""
TRIED_AGAIN_AFTER_S = 60.0
"""A printer taken for dead is given one slip so much later: perhaps it came back without a word."""
REST_S = 5.0
"""So long after a slip that was not begun none is tried: a printer that says it is ready and takes nothing
must not wear the card out."""


def printed(context: DeskContext, turn: Turn, slip: SlipPrinted) -> None:
    """It came out. One that was given up for lost may come late."""
    asked = _take_back(context, slip) or _given_up(context, slip)
    queue = context.slip_queue
    queue.silent_since_s = None
    if queue.printer not in CAN_PRINT:
        queue.printer = PrinterState.READY
    if asked is not None:
        set_state(context, asked, SlipState.PRINTED)
        last = context.store.slips.last(asked.request_id)
        # By which print it is: the file keeps no microseconds of when it was asked for.
        if last and last[0].print == asked.print and last[1] is SlipState.PRINTED:
            show(turn, asked.request_id, SlipProgress.PRINTED)
    asking.print_next(context, turn)


def failed(context: DeskContext, turn: Turn, slip: SlipFailed) -> None:
    """It did not come out, or not whole."""
    queue = context.slip_queue
    queue.printer, queue.silent_since_s = slip.state, None
    asked = _take_back(context, slip)
    if asked is not None and slip.begun:
        finish(context, turn, asked, SlipState.FAILED)
    elif asked is not None:
        set_state(context, asked, SlipState.WAITING)
        queue.has_waiting, queue.rests_until_s = True, context.uptime_s + REST_S
        show(turn, asked.request_id, SlipProgress.WAITING)
    asking.print_next(context, turn)


def printer_is(context: DeskContext, turn: Turn, state: PrinterState) -> None:
    """The printer told how it is; what waits may go now."""
    context.slip_queue.printer, context.slip_queue.silent_since_s = state, None
    asking.print_next(context, turn)


def printer_died(context: DeskContext, turn: Turn) -> None:
    """Its driver is started anew: what it had may have come out or not."""
    queue = context.slip_queue
    asked, queue.in_hand = queue.in_hand, None
    queue.silent_since_s = context.uptime_s
    if asked is not None:
        finish(context, turn, asked, SlipState.UNSURE)


def begin_anew(context: DeskContext, turn: Turn) -> None:
    """The program starts: what was with the printer may have come out, what waited has not."""
    stored = context.store.slips
    for asked in stored.unfinished(SlipState.PRINTING):
        finish(context, turn, asked, SlipState.UNSURE)
    if context.timekeeper.doubt is not None:
        # Nobody knows how long the power was off, so nothing that waited can be called fresh.
        for asked in stored.unfinished(SlipState.WAITING):
            finish(context, turn, asked, SlipState.DROPPED)
    context.slip_queue.has_waiting = bool(stored.unfinished(SlipState.WAITING))
    asking.print_next(context, turn)


def there_is_room(context: DeskContext, turn: Turn) -> None:
    """The disk was full. What became of a slip meanwhile could not be written down, and what waits may not
    have been counted."""
    in_hand = context.slip_queue.in_hand
    with_printer = (in_hand.request_id, in_hand.print) if in_hand else None
    for asked in context.store.slips.unfinished(SlipState.PRINTING):
        if (asked.request_id, asked.print) != with_printer:
            finish(context, turn, asked, SlipState.UNSURE)
    context.slip_queue.has_waiting = True


def looks_at_s(context: DeskContext) -> float | None:
    """The uptime at which something is to be given up, or may be printed; None while the printer is at rest.

    What waits is looked at each second, because it grows old by the library's time and is tried by uptime; it
    does so for some minutes at most.
    """
    queue = context.slip_queue
    if queue.has_waiting:
        return context.uptime_s
    silent_at_s = queue.handed_at_s + SILENT_AFTER_S if queue.in_hand is not None else None
    tried_at_s = queue.silent_since_s + TRIED_AGAIN_AFTER_S if queue.silent_since_s is not None else None
    return min((at_s for at_s in (silent_at_s, tried_at_s) if at_s is not None), default=None)


def watch(context: DeskContext, turn: Turn) -> bool:
    """Give up what grew old; True when the printer is taken for dead from now on."""
    queue, uptime_s = context.slip_queue, context.uptime_s
    died = queue.in_hand is not None and uptime_s - queue.handed_at_s > SILENT_AFTER_S
    if died:
        printer_died(context, turn)
    if queue.silent_since_s is not None and uptime_s - queue.silent_since_s > TRIED_AGAIN_AFTER_S:
        queue.silent_since_s = None
    asking.print_next(context, turn)
    return died


def _take_back(context: DeskContext, slip: SlipPrinted | SlipFailed) -> SlipAsked | None:
    """The slip that is with the printer, if it is this one."""
    asked = context.slip_queue.in_hand
    if asked is None or (asked.request_id, asked.print) != (slip.request_id, slip.print):
        return None
    context.slip_queue.in_hand = None
    return asked


def _given_up(context: DeskContext, slip: SlipPrinted) -> SlipAsked | None:
    known = context.store.slips.one(slip.request_id, slip.print)
    return known[0] if known and known[1] is SlipState.UNSURE else None
