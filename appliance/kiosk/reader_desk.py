"""The reader's desk: the card, the basket, the request."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk import books_desk, lending_desk
from appliance.kiosk.library import Library
from appliance.kiosk.refusals import clear, refuse
from appliance.kiosk.turn import Turn
from appliance.lending.due import due_on
from appliance.model import Copy, CopyId, Reader, RequestState
from appliance.status import AwaitingApproval, Basket, BasketLine, Identify, Purpose


def welcome(library: Library, turn: Turn, reader: Reader, purpose: Purpose, held: Copy | None) -> None:
    """The reader is known. A request that still waits comes first: nobody asks twice."""
    if not turn.language_chosen:
        turn.language = reader.language
    waiting = library.memory.requests.waiting_of_reader(reader.id)
    turn.request_here = waiting.id if waiting else None
    if purpose is Purpose.MY_BOOKS:
        books_desk.show(library, turn, reader)
    elif waiting:
        turn.scene = AwaitingApproval(waiting)
    else:
        turn.scene = empty_basket(library, reader)
        if held:
            add(library, turn, held)


def empty_basket(library: Library, reader: Reader) -> Basket:
    on_loan = library.memory.loans.facts_of_reader(reader).in_hand
    return Basket(reader, (), on_loan, library.policy.most_copies(reader.category), needs_approval=False)


def add(library: Library, turn: Turn, copy: Copy) -> None:
    """A book scanned at the basket. The same book twice is one line; a refusal leaves the basket as it is."""
    clear(turn)
    basket = turn.scene
    if not isinstance(basket, Basket) or any(line.copy.id == copy.id for line in basket.lines):
        return
    reader = basket.reader
    refusal = library.refuse_loan(reader, copy, in_basket=len(basket.lines))
    if refusal:
        refuse(turn, refusal)
        return
    lines = (*basket.lines, BasketLine(copy, due_on(library.rule(reader, copy), library.today)))
    turn.scene = _with_lines(library, basket, lines)


def take_out(library: Library, turn: Turn, basket: Basket, copy_id: CopyId) -> None:
    lines = tuple(line for line in basket.lines if line.copy.id != copy_id)
    turn.scene = _with_lines(library, replace(basket, refusal=None), lines)


def keep_dates_true(library: Library, turn: Turn) -> None:
    """A basket that is open at midnight shows the dates of the new day."""
    match turn.scene:
        case Basket(reader=reader, lines=lines) as basket if lines:
            fresh = tuple(
                replace(line, due_on=due_on(library.rule(reader, line.copy), library.today)) for line in lines
            )
            turn.scene = replace(basket, lines=fresh)


def _with_lines(library: Library, basket: Basket, lines: tuple[BasketLine, ...]) -> Basket:
    waits = lending_desk.needs_approval(library, basket.reader, [line.copy for line in lines])
    return replace(basket, lines=lines, needs_approval=waits)


def ask_for_loan(library: Library, turn: Turn, basket: Basket) -> None:
    """The basket is complete: lend at once where the policy lets it, else ask the guard."""
    if not basket.lines:
        return
    copies = tuple(line.copy for line in basket.lines)
    if not basket.needs_approval:
        turn.scene = lending_desk.lend_now(library, turn, basket.reader, copies)
        return
    request_id = lending_desk.ask(library, basket.reader, copies)
    turn.request_here = request_id
    request = library.memory.requests.waiting(request_id)
    if request:
        turn.scene = AwaitingApproval(request)


def take_back(library: Library, turn: Turn, scene: AwaitingApproval) -> None:
    """The reader changes his mind; he is back at his basket, empty."""
    lending_desk.close_request(library, scene.request, RequestState.TAKEN_BACK, None)
    turn.request_here = None
    turn.scene = empty_basket(library, scene.request.reader)


def ask_for_card(turn: Turn, purpose: Purpose, held: Copy | None = None) -> None:
    turn.scene = Identify(purpose, held)
