"""Returning: one scan, one book back, recorded at once; anybody may bring a book, no card needed."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader.loans import put_back_in_use
from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.lending.due import days_late
from appliance.model import Copy, CopyState, Reason, refusal_for
from appliance.status import Returning, ReturnLine

_LINES_SHOWN = 12


def take_back(context: DeskContext, turn: Turn, scene: Returning, copy: Copy) -> None:
    """A book scanned at the return screen. The same book again changes nothing."""
    if any(line.copy.id == copy.id for line in scene.lines):
        return
    loan = context.store.loans.of_copy(copy)
    if loan is None and copy.state is not CopyState.LOST:
        refuse(turn, refusal_for(Reason.NOT_ON_LOAN, copy=copy))
        return
    with context.store.transaction():
        if loan:
            context.store.loans.give_back(loan, context.now)
        put_back_in_use(context, copy)
    line = ReturnLine(copy, days_late(loan, context.today) if loan else 0)
    turn.show(replace(scene, lines=(line, *scene.lines)[:_LINES_SHOWN]))
