"""What comes back from the printer, and what never comes back, and what that means for the asking."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.slips import asking
from appliance.kiosk.slips.at_printer import CAN_PRINT, REST_S
from appliance.kiosk.slips.outcomes import finish, set_state, show
from appliance.kiosk.turn import Turn
from appliance.messages import SlipFailed, SlipPrinted
from appliance.model import PrinterState
from appliance.ports import SlipAsked, SlipState
from appliance.status import SlipProgress


def printed(context: DeskContext, turn: Turn, slip: SlipPrinted) -> None:
    """It came out. One that was given up for lost may come late."""
    printer = context.at_printer
    asked = printer.take_back(slip.request_id, slip.print) or _given_up(context, slip)
    printer.told(printer.state if printer.state in CAN_PRINT else PrinterState.READY)
    if asked is not None:
        set_state(context, asked, SlipState.PRINTED)
        last = context.store.slips.last(asked.request_id)
        # By which print it is: the file keeps no microseconds of when it was asked for.
        if last and last[0].print == asked.print and last[1] is SlipState.PRINTED:
            show(turn, asked.request_id, SlipProgress.PRINTED)
    asking.print_next(context, turn)


def failed(context: DeskContext, turn: Turn, slip: SlipFailed) -> None:
    """It did not come out, or not whole."""
    printer = context.at_printer
    printer.told(slip.state)
    asked = printer.take_back(slip.request_id, slip.print)
    if asked is not None and slip.begun:
        finish(context, turn, asked, SlipState.FAILED)
    elif asked is not None:
        set_state(context, asked, SlipState.WAITING)
        printer.has_waiting, printer.rests_until_s = True, context.uptime_s + REST_S
        show(turn, asked.request_id, SlipProgress.WAITING)
    asking.print_next(context, turn)


def printer_is(context: DeskContext, turn: Turn, state: PrinterState) -> None:
    """The printer told how it is; what waits may go now."""
    context.at_printer.told(state)
    asking.print_next(context, turn)


def printer_died(context: DeskContext, turn: Turn) -> None:
    """Its driver is started anew: what it had may have come out or not."""
    asked = context.at_printer.give_up(context.uptime_s)
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
    context.at_printer.has_waiting = bool(stored.unfinished(SlipState.WAITING))
    asking.print_next(context, turn)


def there_is_room(context: DeskContext, turn: Turn) -> None:
    """The disk was full. What became of a slip meanwhile could not be written down, and what waits may not
    have been counted."""
    in_hand = context.at_printer.in_hand
    with_printer = (in_hand.request_id, in_hand.print) if in_hand else None
    for asked in context.store.slips.unfinished(SlipState.PRINTING):
        if (asked.request_id, asked.print) != with_printer:
            finish(context, turn, asked, SlipState.UNSURE)
    context.at_printer.has_waiting = True


def watch(context: DeskContext, turn: Turn) -> bool:
    """Give up what grew old; True when the printer is taken for dead from now on."""
    printer = context.at_printer
    died = printer.is_silent(context.uptime_s)
    if died:
        printer_died(context, turn)
    if printer.is_tried_again(context.uptime_s):
        printer.silent_since_s = None
    asking.print_next(context, turn)
    return died


def _given_up(context: DeskContext, slip: SlipPrinted) -> SlipAsked | None:
    known = context.store.slips.one(slip.request_id, slip.print)
    return known[0] if known and known[1] is SlipState.UNSURE else None
