"""A slip's code was scanned: what is on it, read back."""

from __future__ import annotations

from appliance.kiosk.library import Library
from appliance.kiosk.refusals import refuse_for
from appliance.kiosk.turn import Turn
from appliance.lending.due import loan_line
from appliance.model import Reason, RequestId
from appliance.status import SlipBooks


def show_slip_books(library: Library, turn: Turn, number: int) -> None:
    """The code of a slip was scanned: what is still out on it, with due dates and no name."""
    if not library.memory.requests.is_known(RequestId(number)):
        refuse_for(turn, Reason.UNKNOWN_CODE)
        return
    loans = library.memory.loans.of_request(RequestId(number))
    if not loans:
        turn.scene = SlipBooks(number, ())
        return
    reader = library.memory.people.reader_by_id(loans[0].reader_id)
    rules = [library.policy.rule(reader.category, loan.copy.kind) for loan in loans]
    lines = (loan_line(loan, rule, library.today) for loan, rule in zip(loans, rules, strict=True))
    turn.scene = SlipBooks(number, tuple(lines))
