"""Returning: one scan, one book back, recorded at once; anybody may bring a book, no card needed.

Where the site wants returns confirmed, the copy stays its reader's until staff has scanned it at their desk.
"""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import requests
from appliance.kiosk.reader.loans import put_back_in_use
from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.lending.due import days_late
from appliance.model import Copy, CopyState, Loan, Reason, Returns, refusal_for
from appliance.model.speech import Phrase
from appliance.status import Returning, ReturnLine

_LINES_SHOWN = 12


def take_back(context: DeskContext, turn: Turn, scene: Returning, copy: Copy) -> None:
    """A book scanned at the return screen. The same book again changes nothing."""
    if any(line.copy.id == copy.id for line in scene.lines):
        return
    loan = context.store.loans.of_copy(copy)
    if loan is None or loan.brought_at is not None:
        requests.put_back(context, copy)
    if loan is None and copy.state is not CopyState.LOST:
        gone = copy.state is CopyState.WITHDRAWN
        refuse(turn, refusal_for(Reason.COPY_WITHDRAWN if gone else Reason.NOT_ON_LOAN, copy=copy))
        return
    with context.store.transaction():
        waits = loan is not None and not _is_back(context, loan)
        put_back_in_use(context, copy)
    line = ReturnLine(copy, _days_late(context, loan), waits)
    turn.show(replace(scene, lines=(line, *scene.lines)[:_LINES_SHOWN]))


def refuse_isbn(_context: DeskContext, turn: Turn, _scene: object, copy: Copy) -> None:
    """Every copy of an edition bears its ISBN, the library's and all others: it gives nothing back."""
    refuse(turn, refusal_for(Reason.LABEL_TO_RETURN, copy=copy))


def phrases(scene: Returning) -> tuple[Phrase, ...]:
    if scene.lines and scene.lines[0].to_be_shelved:
        return (Phrase.TO_BE_SHELVED,)
    return (Phrase.RETURNING,)


def _is_back(context: DeskContext, loan: Loan) -> bool:
    """Record the return; False where the site wants staff to see the copy first. Twice changes nothing."""
    if context.policy.returns is Returns.TRUSTED:
        context.store.loans.give_back(loan, context.now, context.rests_until())
        return True
    if loan.brought_at is None:
        context.store.loans.bring_back(loan, context.now)
    return False


def _days_late(context: DeskContext, loan: Loan | None) -> int:
    """On the day it was brought, however long it then waits for staff."""
    if loan is None:
        return 0
    brought = loan.brought_at
    return days_late(loan, brought.astimezone(context.zone).date() if brought else context.today)
