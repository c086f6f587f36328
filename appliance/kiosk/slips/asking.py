"""Slips at the kiosk: asked for in the loan's own transaction, printed one at a time, never twice unasked.

A slip that the printer took nothing of waits while it is fresh. One that was begun, or may have been, is told
of, and printed again only when somebody asks. After some minutes a slip would come out before somebody else,
so it is dropped. All of it is told by the status and the journal, and none of it holds a loan up.
"""

from __future__ import annotations

from datetime import timedelta

from appliance.effects import PrintSlip
from appliance.kiosk.context import DeskContext
from appliance.kiosk.slips.outcomes import finish, set_state, show
from appliance.kiosk.turn import Turn
from appliance.model import Language, Loan, Reader, Reason, Refusal, RequestId, Staff, refusal_for
from appliance.model.lending_events import SlipAskedAgain
from appliance.paper.codes import slip_code
from appliance.paper.loan_slip import LoanSlipFacts
from appliance.ports import SlipAsked, SlipState
from appliance.status import SlipProgress

FRESH = timedelta(minutes=5)
PRINTS_FOR_READER = 3
PRINTS_FOR_GUARD = 6
"""Of one slip, all prints together."""
WAITING_MOST = 20
"""More do not come out within minutes: the oldest are dropped."""


def ask(
    context: DeskContext, reader: Reader, request_id: RequestId, touched: Language | None
) -> SlipAsked | None:
    """Record that a slip is wanted, in the caller's transaction; None when this reader has had too many.

    `touched` is the language that the reader chose on the screen, if they did.
    """
    if not context.slip_allowance.take_one(reader.id, context.uptime_s):
        return None
    return _ask(context, SlipAsked(request_id, 1, context.now, touched))


def _ask(context: DeskContext, asked: SlipAsked) -> SlipAsked:
    """What can go to the printer at once is on disk as such, so that it costs one transaction and not two."""
    state = SlipState.PRINTING if context.at_printer.is_free else SlipState.WAITING
    context.store.slips.ask(asked, state)
    return asked


def print_or_wait(
    context: DeskContext,
    turn: Turn,
    asked: SlipAsked | None,
    of: tuple[Reader, tuple[Loan, ...]] | None = None,
) -> SlipProgress:
    """What was asked for is on disk now: give it to the printer, if it is free.

    `of` is the reader and their loans, where they are known already.
    """
    if asked is None:
        return SlipProgress.FAILED
    if not context.at_printer.is_free:
        context.at_printer.has_waiting = True
        return SlipProgress.WAITING
    whose = of or _whose(context, asked)
    if whose is None:
        finish(context, turn, asked, SlipState.DROPPED)
        return SlipProgress.FAILED
    _hand_over(context, turn, asked, _facts(context, asked, *whose))
    return SlipProgress.PRINTING


def print_again(
    context: DeskContext, turn: Turn, request_id: RequestId, by: Reader | Staff
) -> SlipProgress | Refusal:
    """Somebody asks for a slip once more; one that is on its way is not asked for twice."""
    staff = by if isinstance(by, Staff) else None
    last = context.store.slips.last(request_id)
    if last and last[1] in (SlipState.WAITING, SlipState.PRINTING):
        return SlipProgress(last[1])
    if last and last[0].print >= (PRINTS_FOR_GUARD if staff else PRINTS_FOR_READER):
        return refusal_for(Reason.ENOUGH_SLIPS)
    if isinstance(by, Reader) and not context.slip_allowance.take_one(by.id, context.uptime_s):
        return refusal_for(Reason.ENOUGH_SLIPS)
    with context.store.transaction():
        print_, touched = (last[0].print + 1, last[0].language) if last else (1, None)
        if staff is None:
            touched = turn.touched_language or touched
        asked = _ask(context, SlipAsked(request_id, print_, context.now, touched))
        event = SlipAskedAgain(request_id, asked.print, staff.id if staff else None)
        context.store.journal.append(context.now, event)
    return print_or_wait(context, turn, asked)


def print_next(context: DeskContext, turn: Turn) -> None:
    """Drop what is no longer fresh, and give the oldest of the rest to the printer if it is free."""
    printer = context.at_printer
    if not printer.has_waiting:
        return
    waiting = context.store.slips.unfinished(SlipState.WAITING)
    fresh = [asked for asked in waiting if timedelta(0) <= context.now - asked.asked_at <= FRESH]
    fresh = fresh[-WAITING_MOST:]
    for asked in waiting:
        if asked not in fresh:
            finish(context, turn, asked, SlipState.DROPPED)
    if fresh and printer.is_free and context.uptime_s >= printer.rests_until_s:
        set_state(context, fresh[0], SlipState.PRINTING)
        show(turn, fresh[0].request_id, print_or_wait(context, turn, fresh[0]))
        fresh = fresh[1:]
    printer.has_waiting = bool(fresh)


def _hand_over(context: DeskContext, turn: Turn, asked: SlipAsked, facts: LoanSlipFacts) -> None:
    context.at_printer.give(asked, context.uptime_s)
    turn.effects.append(PrintSlip(facts))


def _whose(context: DeskContext, asked: SlipAsked) -> tuple[Reader, tuple[Loan, ...]] | None:
    """Whose slip it is, and the loans on it that are still out; None when all its books are back."""
    loans = context.store.loans.of_request(asked.request_id)
    return (context.store.people.reader_by_id(loans[0].reader_id), loans) if loans else None


def _facts(context: DeskContext, asked: SlipAsked, reader: Reader, loans: tuple[Loan, ...]) -> LoanSlipFacts:
    """What the slip tells, in the language that the reader touched, or else in that of their card."""
    language = asked.language or reader.language
    return LoanSlipFacts(
        request_id=asked.request_id,
        code=slip_code(context.card_key, asked.request_id),
        language=language,
        site_name=context.names[language],
        loans=loans,
        printed_on=context.today,
        print=asked.print,
    )
