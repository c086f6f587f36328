"""The one place where a request is asked, decided and becomes loans: all in one transaction each."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import refuse
from appliance.kiosk.slips import asking
from appliance.kiosk.turn import Turn
from appliance.kiosk.voice.phrases import phrases_of_slip
from appliance.messages import Command, PrintAgain
from appliance.model import (
    Copy,
    CopyState,
    Loan,
    Reader,
    Refusal,
    Request,
    RequestId,
    RequestState,
    Staff,
)
from appliance.model.journal_events import Found
from appliance.model.speech import Phrase
from appliance.ports import SlipAsked
from appliance.status import Approved


def ask(context: DeskContext, reader: Reader, copies: tuple[Copy, ...]) -> RequestId:
    """Record a request; when this returns it is on disk."""
    with context.store.transaction():
        return context.store.requests.ask(reader, copies, context.now, waiting=True)


def lend_now(context: DeskContext, turn: Turn, reader: Reader, copies: tuple[Copy, ...]) -> Approved:
    """Lend without approval; when this returns the loans are on disk."""
    store = context.store
    with store.transaction():
        request_id = store.requests.ask(reader, copies, context.now, waiting=False)
        loans = _lend(context, reader, copies, request_id)
        asked = asking.ask(context, reader, request_id, turn.touched_language)
    return _confirmed(context, turn, reader, loans, request_id, asked)


def approve(context: DeskContext, turn: Turn, request: Request, staff: Staff) -> Approved | Refusal:
    """The guard says yes. Everything is looked at again first: much may have changed since it was asked."""
    refusal = refusal_now(context, request)
    if refusal:
        return refusal
    store = context.store
    touched = turn.readers_choice if request.id == turn.request_here else None
    with store.transaction():
        store.requests.decide(request.id, RequestState.APPROVED, staff.id, context.now)
        loans = _lend(context, request.reader, request.copies, request.id)
        asked = asking.ask(context, request.reader, request.id, touched)
    return _confirmed(context, turn, request.reader, loans, request.id, asked)


def phrases(scene: Approved) -> tuple[Phrase, ...]:
    return (Phrase.APPROVED, *phrases_of_slip(scene.slip))


def touched(context: DeskContext, turn: Turn, scene: Approved, command: Command) -> None:
    match command:
        case PrintAgain():
            _print_again(context, turn, scene)
        case _:
            turn.unforeseen = command


def _print_again(context: DeskContext, turn: Turn, scene: Approved) -> None:
    """The reader asks for the slip that did not come."""
    outcome = asking.print_again(context, turn, scene.request_id, scene.reader)
    if isinstance(outcome, Refusal):
        refuse(turn, outcome)
    else:
        turn.show(replace(scene, slip=outcome))


def close_request(context: DeskContext, request: Request, state: RequestState, staff: Staff | None) -> None:
    """Declined or taken back: the copies are free again."""
    with context.store.transaction():
        context.store.requests.decide(request.id, state, staff.id if staff else None, context.now)


def put_back_in_use(context: DeskContext, copy: Copy) -> None:
    """A copy taken for lost was scanned: it is found. The caller holds the transaction."""
    if copy.state is CopyState.LOST:
        context.store.titles.put_back_in_use(copy)
        context.store.journal.append(context.now, Found(copy.id))


def refusal_now(context: DeskContext, request: Request) -> Refusal | None:
    """The first copy of a request that can no longer be lent, with every reason."""
    for place, copy in enumerate(request.copies):
        refusal = context.answer_loan(request.reader, copy, in_basket=place).refusal
        if refusal:
            return refusal
    return None


def _lend(
    context: DeskContext, reader: Reader, copies: tuple[Copy, ...], request_id: RequestId
) -> tuple[Loan, ...]:
    loans = []
    for copy in copies:
        put_back_in_use(context, copy)
        until = context.due_on(reader, copy)
        loans.append(context.store.loans.lend(copy, reader, request_id, context.now, until))
    return tuple(loans)


def _confirmed(
    context: DeskContext,
    turn: Turn,
    reader: Reader,
    loans: tuple[Loan, ...],
    request_id: RequestId,
    asked: SlipAsked | None,
) -> Approved:
    return Approved(reader, loans, asking.print_or_wait(context, turn, asked, (reader, loans)), request_id)
