"""The one place where a request is asked, decided and becomes loans: all in one transaction each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader.requests import end_lines
from appliance.kiosk.refusals import refuse
from appliance.kiosk.slips import asking
from appliance.kiosk.turn import Turn
from appliance.kiosk.voice.phrases import phrases_of_slip
from appliance.lending.rules import Answer
from appliance.messages import Command, PrintAgain
from appliance.model import (
    Copy,
    CopyId,
    CopyState,
    LineEnd,
    Loan,
    Reader,
    Refusal,
    Request,
    RequestId,
    RequestLine,
    RequestState,
    Staff,
)
from appliance.model.lending_events import Found
from appliance.model.speech import Phrase
from appliance.ports import End, SlipAsked
from appliance.status import Approved


def ask(context: DeskContext, reader: Reader, copies: tuple[Copy, ...]) -> RequestId:
    """Record a request; when this returns it is on disk."""
    with context.store.transaction():
        return context.store.requests.ask(reader, copies, context.now, waiting=True)


def lend_now(
    context: DeskContext, turn: Turn, reader: Reader, copies: tuple[Copy, ...]
) -> Approved | Refusal:
    """Lend without approval; when this returns the loans are on disk. Everything is looked at again first."""
    answers = look_again(context, reader, copies)
    refusal = first_refusal(answers)
    if refusal:
        return refusal
    store = context.store
    with store.transaction():
        request_id = store.requests.ask(reader, copies, context.now, waiting=False)
        loans = _lend(context, reader, answers, request_id)
        asked = asking.ask(context, reader, request_id, turn.touched_language)
    return _confirmed(context, turn, reader, loans, request_id, asked)


def approve(
    context: DeskContext, turn: Turn, request: Request, staff: Staff, marks: Mapping[CopyId, LineEnd]
) -> Approved | tuple[Answer, ...]:
    """The guard says yes, but to the copies that are marked. Everything is looked at again first.

    Returns what the rules say of the copies that can no longer be lent, or nothing where none is left; then
    nothing was changed.
    """
    wanted = tuple(copy for copy in request.copies if copy.id not in marks)
    answers = look_again(context, request.reader, wanted)
    barred = tuple(answer for answer in answers if answer.objections)
    if barred or not wanted:
        return barred
    refused = tuple(RequestLine(copy, marks[copy.id]) for copy in request.copies if copy.id in marks)
    store = context.store
    touched = turn.readers_choice if request.id == turn.request_here else None
    with store.transaction():
        end_lines(context, request, refused, staff)
        untold = bool(refused or request.ended) and turn.request_here != request.id
        end = End(untold=untold, cools_until=context.cools_until() if refused else None)
        store.requests.decide(request.id, RequestState.APPROVED, staff.id, context.now, end)
        loans = _lend(context, request.reader, answers, request.id)
        asked = asking.ask(context, request.reader, request.id, touched)
    confirmed = _confirmed(context, turn, request.reader, loans, request.id, asked)
    return replace(confirmed, refused=(*request.ended, *refused))


def phrases(scene: Approved) -> tuple[Phrase, ...]:
    some = (Phrase.SOME_REFUSED,) if scene.refused else ()
    return (Phrase.APPROVED, *some, *phrases_of_slip(scene.slip))


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


def look_again(context: DeskContext, reader: Reader, copies: tuple[Copy, ...]) -> tuple[Answer, ...]:
    """What the rules say now of each copy of a basket, beside those before it: much may have changed."""
    answers: list[Answer] = []
    for copy in copies:
        beside = tuple(answer.copy for answer in answers if not answer.objections)
        answers.append(context.answer_loan(reader, copy, beside))
    return tuple(answers)


def first_refusal(answers: tuple[Answer, ...]) -> Refusal | None:
    """Of the first copy that can no longer be lent, with every reason."""
    return next((answer.refusal for answer in answers if answer.objections), None)


def put_back_in_use(context: DeskContext, copy: Copy) -> None:
    """A copy taken for lost was scanned: it is found. The caller holds the transaction."""
    if copy.state is CopyState.LOST:
        context.store.titles.put_back_in_use(copy)
        context.store.journal.append(context.now, Found(copy.id))


def _lend(
    context: DeskContext, reader: Reader, answers: tuple[Answer, ...], request_id: RequestId
) -> tuple[Loan, ...]:
    store, now = context.store.loans, context.now
    loans = []
    for answer in answers:
        assert answer.due_on is not None, "no objection means a rule"
        if answer.ends_earlier:
            store.end_earlier(answer.copy, now)
        put_back_in_use(context, answer.copy)
        lent = store.lend(answer.copy, reader, request_id, now, answer.due_on, answer.renewals)
        loans.append(lent)
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
