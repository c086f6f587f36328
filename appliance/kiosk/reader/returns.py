"""Returning: one scan, one book back, recorded at once; anybody may bring a book, no card needed."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader.loans import put_back_in_use
from appliance.kiosk.refusals import clear
from appliance.kiosk.turn import Turn
from appliance.lending.due import days_late
from appliance.model import Copy, CopyState, Reason, Refusal
from appliance.status import Returning, ReturnLine

_LINES_SHOWN = 12


def take_back(context: DeskContext, turn: Turn, copy: Copy) -> None:
    """A book scanned at the return screen. The same book again changes nothing."""
    clear(turn)
    scene = turn.scene
    if not isinstance(scene, Returning) or any(line.copy.id == copy.id for line in scene.lines):
        return
    loan = context.store.loans.of_copy(copy)
    if loan is None and copy.state is not CopyState.LOST:
        turn.scene = replace(scene, refusal=Refusal((Reason.NOT_ON_LOAN,), copy))
        return
    with context.store.transaction():
        if loan:
            context.store.loans.give_back(loan, context.now)
        put_back_in_use(context, copy)
    line = ReturnLine(copy, days_late(loan, context.today) if loan else 0)
    turn.scene = replace(scene, lines=(line, *scene.lines)[:_LINES_SHOWN])
