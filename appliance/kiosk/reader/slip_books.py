"""A slip's code was scanned: how many of its books are out, and until when.

Whoever holds a slip may have found it, so it shows no title and no name. Those come after the card.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import basket
from appliance.kiosk.refusals import refuse_for
from appliance.kiosk.turn import Turn
from appliance.model import Loan, Reader, Reason
from appliance.model.speech import Phrase
from appliance.paper.codes import SlipScan
from appliance.status import DueBooks, SlipBooks


def show_slip_books(context: DeskContext, turn: Turn, _scene: object, slip: SlipScan) -> None:
    """What is still out on it, by day."""
    turn.end_for_who_stands_here()
    if not context.store.requests.is_known(slip.request_id):
        refuse_for(turn, Reason.UNKNOWN_CODE)
        return
    due = _by_day(context.store.loans.of_request(slip.request_id), context.today)
    turn.go_to(SlipBooks(slip.request_id, due, is_old=slip.tag is None and bool(due)))


def show_own_books(context: DeskContext, turn: Turn, _scene: SlipBooks, reader: Reader) -> None:
    """The card after the slip: what its reader has, which need not be what is on the slip."""
    turn.end_for_who_stands_here()
    basket.show_own_books(context, turn, reader)


def refuse_slip(_context: DeskContext, turn: Turn, _scene: object, _slip: SlipScan) -> None:
    """Where a book's label is wanted, a slip is refused by name."""
    refuse_for(turn, Reason.THIS_IS_A_SLIP)


def phrases(scene: SlipBooks) -> tuple[Phrase, ...]:
    if not scene.due:
        return (Phrase.SLIP_BOOKS_NONE,)
    old = (Phrase.SLIP_OLD,) if scene.is_old else ()
    return (Phrase.SLIP_BOOKS, Phrase.SLIP_CARD, *old)


def _by_day(loans: tuple[Loan, ...], today: date) -> tuple[DueBooks, ...]:
    """The soonest day first."""
    days = Counter(loan.due_on for loan in loans)
    return tuple(DueBooks(due_on, books, (due_on - today).days) for due_on, books in sorted(days.items()))
