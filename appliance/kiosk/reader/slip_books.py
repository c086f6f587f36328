"""A slip's code was scanned: what is on it, read back."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import refuse_for
from appliance.kiosk.turn import Turn
from appliance.lending.rules import loan_line
from appliance.model import Reason, RequestId
from appliance.model.speech import Phrase
from appliance.status import SlipBooks


def show_slip_books(context: DeskContext, turn: Turn, _scene: object, request_id: RequestId) -> None:
    """The code of a slip was scanned: what is still out on it, with due dates and no name."""
    turn.end()
    if not context.store.requests.is_known(request_id):
        refuse_for(turn, Reason.UNKNOWN_CODE)
        return
    loans = context.store.loans.of_request(request_id)
    if not loans:
        turn.go_to(SlipBooks(request_id, ()))
        return
    reader = context.store.people.reader_by_id(loans[0].reader_id)
    lines = tuple(loan_line(context.policy, reader, loan, context.today) for loan in loans)
    turn.go_to(SlipBooks(request_id, lines))


def refuse_slip(_context: DeskContext, turn: Turn, _scene: object, _request_id: RequestId) -> None:
    """Where a book's label is wanted, a slip is refused by name."""
    refuse_for(turn, Reason.THIS_IS_A_SLIP)


def phrases(scene: SlipBooks) -> tuple[Phrase, ...]:
    return (Phrase.SLIP_BOOKS if scene.lines else Phrase.SLIP_BOOKS_NONE,)
