"""Slips at the kiosk: asked for in the loan's own transaction, printed one at a time, never twice unasked.

A slip that the printer took nothing of waits while it is fresh. One that was begun, or may have been, is told
of, and printed again only when somebody asks. After some minutes a slip would come out before somebody else,
so it is dropped. All of it is told by the status and the journal, and none of it holds a loan up.
"""

from __future__ import annotations

from datetime import timedelta

from appliance.kiosk.library import Library
from appliance.kiosk.slip_ends import becomes, close, show
from appliance.kiosk.turn import PrintSlip, Turn
from appliance.model import Loan, Reader, Reason, Refusal, RequestId, Staff
from appliance.paper.loan_slip import LoanSlipFacts
from appliance.ports import JSON, SlipAsked, SlipState
from appliance.status import SlipProgress

FRESH = timedelta(minutes=5)
PRINTS_FOR_READER = 3
PRINTS_FOR_GUARD = 6
"""Of one slip, all prints together."""
WAITING_MOST = 20
"""More do not come out within minutes: the oldest are dropped."""


def ask(library: Library, reader: Reader, request_id: RequestId) -> SlipAsked | None:
    """Record that a slip is wanted, in the caller's transaction; None when this reader has had too many."""
    queue = library.slip_queue
    if not queue.may_ask(reader.id, library.uptime_s):
        return None
    return _ask(library, SlipAsked(request_id, 1, library.now))


def _ask(library: Library, asked: SlipAsked) -> SlipAsked:
    """What can go to the printer at once is on disk as such, so that it costs one transaction and not two."""
    state = SlipState.PRINTING if library.slip_queue.is_free else SlipState.WAITING
    library.memory.slips.ask(asked, state)
    return asked


def print_or_wait(
    library: Library, turn: Turn, asked: SlipAsked | None, of: tuple[Reader, tuple[Loan, ...]] | None = None
) -> SlipProgress:
    """What was asked for is on disk now: give it to the printer, if it is free.

    `of` is the reader and his loans, where they are known already.
    """
    if asked is None:
        return SlipProgress.FAILED
    if not library.slip_queue.is_free:
        library.slip_queue.has_waiting = True
        return SlipProgress.WAITING
    whose = of or _whose(library, asked)
    if whose is None:
        close(library, turn, asked, SlipState.DROPPED)
        return SlipProgress.FAILED
    _hand_over(library, turn, asked, _facts(library, asked, *whose))
    return SlipProgress.PRINTING


def print_again(
    library: Library, turn: Turn, request_id: RequestId, by: Reader | Staff
) -> SlipProgress | Refusal:
    """Somebody asks for a slip once more; one that is on its way is not asked for twice."""
    staff = by if isinstance(by, Staff) else None
    last = library.memory.slips.last(request_id)
    if last and last[1] in (SlipState.WAITING, SlipState.PRINTING):
        return SlipProgress(last[1])
    if last and last[0].print >= (PRINTS_FOR_GUARD if staff else PRINTS_FOR_READER):
        return Refusal((Reason.ENOUGH_SLIPS,))
    if isinstance(by, Reader) and not library.slip_queue.may_ask(by.id, library.uptime_s):
        return Refusal((Reason.ENOUGH_SLIPS,))
    with library.memory.transaction():
        asked = _ask(library, SlipAsked(request_id, last[0].print + 1 if last else 1, library.now))
        body: dict[str, JSON] = {"request": request_id, "print": asked.print}
        library.memory.journal.append(
            library.now, "slip_again", {**body, "staff": staff.id if staff else None}
        )
    return print_or_wait(library, turn, asked)


def print_next(library: Library, turn: Turn) -> None:
    """Drop what is no longer fresh, and give the oldest of the rest to the printer if it is free."""
    queue = library.slip_queue
    if not queue.has_waiting:
        return
    waiting = library.memory.slips.unfinished(SlipState.WAITING)
    fresh = [asked for asked in waiting if timedelta(0) <= library.now - asked.asked_at <= FRESH]
    fresh = fresh[-WAITING_MOST:]
    for asked in waiting:
        if asked not in fresh:
            close(library, turn, asked, SlipState.DROPPED)
    if fresh and queue.is_free and library.uptime_s >= queue.rests_until_s:
        becomes(library, fresh[0], SlipState.PRINTING)
        show(turn, fresh[0].request_id, print_or_wait(library, turn, fresh[0]))
        fresh = fresh[1:]
    queue.has_waiting = bool(fresh)


def _hand_over(library: Library, turn: Turn, asked: SlipAsked, facts: LoanSlipFacts) -> None:
    library.slip_queue.in_hand, library.slip_queue.handed_at_s = asked, library.uptime_s
    turn.effects.append(PrintSlip(facts))


def _whose(library: Library, asked: SlipAsked) -> tuple[Reader, tuple[Loan, ...]] | None:
    """Whose slip it is, and the loans on it that are still out; None when all its books are back."""
    loans = library.memory.loans.of_request(asked.request_id)
    return (library.memory.people.reader_by_id(loans[0].reader_id), loans) if loans else None


def _facts(library: Library, asked: SlipAsked, reader: Reader, loans: tuple[Loan, ...]) -> LoanSlipFacts:
    """What the slip tells, in the reader's language."""
    return LoanSlipFacts(
        number=asked.request_id,
        language=reader.language,
        site_name=library.names[reader.language],
        reader_number=reader.number,
        avatar=reader.avatar,
        loans=loans,
        printed_on=library.today,
        print=asked.print,
    )
