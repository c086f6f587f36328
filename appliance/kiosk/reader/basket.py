"""The reader's desk: the card, the basket, the request."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import loans, my_books
from appliance.kiosk.refusals import clear, refuse
from appliance.kiosk.turn import Turn
from appliance.lending.due import due_on
from appliance.model import Copy, CopyId, Reader, RequestState
from appliance.status import AwaitingApproval, Basket, BasketLine, Identify, Purpose


def welcome(context: DeskContext, turn: Turn, reader: Reader, purpose: Purpose, held: Copy | None) -> None:
    """The reader is known. A request that still waits comes first: nobody asks twice."""
    if not turn.language_chosen:
        turn.language = reader.language
    waiting = context.store.requests.waiting_of_reader(reader.id)
    turn.request_here = waiting.id if waiting else None
    if purpose is Purpose.MY_BOOKS:
        my_books.show(context, turn, reader)
    elif waiting:
        turn.scene = AwaitingApproval(waiting)
    else:
        turn.scene = empty_basket(context, reader)
        if held:
            add(context, turn, held)


def empty_basket(context: DeskContext, reader: Reader) -> Basket:
    on_loan = context.store.loans.facts_of_reader(reader).in_hand
    return Basket(reader, (), on_loan, context.policy.most_copies(reader.category), needs_approval=False)


def add(context: DeskContext, turn: Turn, copy: Copy) -> None:
    """A book scanned at the basket. The same book twice is one line; a refusal leaves the basket as it is."""
    clear(turn)
    basket = turn.scene
    if not isinstance(basket, Basket) or any(line.copy.id == copy.id for line in basket.lines):
        return
    reader = basket.reader
    refusal = context.refuse_loan(reader, copy, in_basket=len(basket.lines))
    if refusal:
        refuse(turn, refusal)
        return
    lines = (*basket.lines, BasketLine(copy, due_on(context.rule(reader, copy), context.today)))
    turn.scene = _with_lines(context, basket, lines)


def take_out(context: DeskContext, turn: Turn, basket: Basket, copy_id: CopyId) -> None:
    lines = tuple(line for line in basket.lines if line.copy.id != copy_id)
    turn.scene = _with_lines(context, replace(basket, refusal=None), lines)


def keep_dates_true(context: DeskContext, turn: Turn) -> None:
    """A basket that is open at midnight shows the dates of the new day."""
    match turn.scene:
        case Basket(reader=reader, lines=lines) as basket if lines:
            fresh = tuple(
                replace(line, due_on=due_on(context.rule(reader, line.copy), context.today)) for line in lines
            )
            turn.scene = replace(basket, lines=fresh)


def _with_lines(context: DeskContext, basket: Basket, lines: tuple[BasketLine, ...]) -> Basket:
    waits = loans.needs_approval(context, basket.reader, [line.copy for line in lines])
    return replace(basket, lines=lines, needs_approval=waits)


def ask_for_loan(context: DeskContext, turn: Turn, basket: Basket) -> None:
    """The basket is complete: lend at once where the policy lets it, else ask the guard."""
    if not basket.lines:
        return
    copies = tuple(line.copy for line in basket.lines)
    if not basket.needs_approval:
        turn.scene = loans.lend_now(context, turn, basket.reader, copies)
        return
    request_id = loans.ask(context, basket.reader, copies)
    turn.request_here = request_id
    request = context.store.requests.waiting(request_id)
    if request:
        turn.scene = AwaitingApproval(request)


def take_back(context: DeskContext, turn: Turn, scene: AwaitingApproval) -> None:
    """The reader changes his mind; he is back at his basket, empty."""
    loans.close_request(context, scene.request, RequestState.TAKEN_BACK, None)
    turn.request_here = None
    turn.scene = empty_basket(context, scene.request.reader)


def ask_for_card(turn: Turn, purpose: Purpose, held: Copy | None = None) -> None:
    turn.scene = Identify(purpose, held)
