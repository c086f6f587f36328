"""A slip's code was scanned: what is on it, read back."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import refuse_for
from appliance.kiosk.turn import Turn
from appliance.lending.due import loan_line
from appliance.model import Reason, RequestId
from appliance.status import SlipBooks


def show_slip_books(context: DeskContext, turn: Turn, number: int) -> None:
    """The code of a slip was scanned: what is still out on it, with due dates and no name."""
    if not context.store.requests.is_known(RequestId(number)):
        refuse_for(turn, Reason.UNKNOWN_CODE)
        return
    loans = context.store.loans.of_request(RequestId(number))
    if not loans:
        turn.scene = SlipBooks(number, ())
        return
    reader = context.store.people.reader_by_id(loans[0].reader_id)
    rules = [context.policy.rule(reader.category, loan.copy.kind) for loan in loans]
    lines = (loan_line(loan, rule, context.today) for loan, rule in zip(loans, rules, strict=True))
    turn.scene = SlipBooks(number, tuple(lines))
