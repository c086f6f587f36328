"""Slips at the kiosk: asked for in the loan's own transaction, printed one at a time, never twice unasked.

A slip that the printer took nothing of waits while it is fresh. One that was begun, or may have been, is told
of, and printed again only when somebody asks. After some minutes a slip would come out before somebody else,
so it is dropped. All of it is told by the status and the journal, and none of it holds a loan up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from appliance.kiosk.library import Library
from appliance.kiosk.turn import PrintSlip, Turn
from appliance.model import Loan, PrinterState, Reader, Reason, Refusal, RequestId, Staff
from appliance.paper.loan_slip import LoanSlipFacts
from appliance.ports import JSON, SlipAsked, SlipState
from appliance.status import Approved, GuardDesk, SlipProgress

FRESH = timedelta(minutes=5)
PRINTS_FOR_READER = 3
PRINTS_FOR_GUARD = 6
"""Of one slip, all prints together."""
SILENT_AFTER_S = 120.0
"""Longer than the slowest printer takes for the longest slip; then it is taken for dead."""


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
        _drop(library, turn, asked)
        return SlipProgress.FAILED
    _hand_over(library, turn, asked, _facts(library, asked, *whose))
    return SlipProgress.PRINTING


def print_again(
    library: Library, turn: Turn, request_id: RequestId, staff: Staff | None
) -> SlipProgress | Refusal:
    """Somebody asks for a slip once more; one that is on its way is not asked for twice."""
    last = library.memory.slips.last(request_id)
    if last and last[1] in (SlipState.WAITING, SlipState.PRINTING):
        return SlipProgress(last[1])
    if last and last[0].print >= (PRINTS_FOR_GUARD if staff else PRINTS_FOR_READER):
        return Refusal((Reason.ENOUGH_SLIPS,))
    with library.memory.transaction():
        asked = _ask(library, SlipAsked(request_id, last[0].print + 1 if last else 1, library.now))
        body: dict[str, JSON] = {"request": request_id, "print": asked.print}
        library.memory.journal.append(
            library.now, "slip_again", {**body, "staff": staff.id if staff else None}
        )
    return print_or_wait(library, turn, asked)


def printed(library: Library, turn: Turn, number: int) -> None:
    """It came out. One that was given up for lost may come late."""
    asked = _take_back(library, number) or _given_up(library, number)
    if asked is not None:
        with library.memory.transaction():
            library.memory.slips.becomes(asked, SlipState.PRINTED)
        _show(turn, number, SlipProgress.PRINTED)
    library.slip_queue.silent = False
    print_next(library, turn)


def failed(library: Library, turn: Turn, number: int, state: PrinterState, *, begun: bool) -> None:
    """It did not come out, or not whole."""
    queue = library.slip_queue
    queue.printer, queue.silent = state, False
    asked = _take_back(library, number)
    if asked is None:
        return
    if begun:
        _close(library, turn, asked, SlipState.FAILED)
    else:
        with library.memory.transaction():
            library.memory.slips.becomes(asked, SlipState.WAITING)
        queue.has_waiting = True
        _show(turn, number, SlipProgress.WAITING)
    print_next(library, turn)


def printer_is(library: Library, turn: Turn, state: PrinterState) -> None:
    """The printer told how it is; what waits may go now."""
    library.slip_queue.printer, library.slip_queue.silent = state, False
    print_next(library, turn)


def printer_died(library: Library, turn: Turn) -> None:
    """Its driver is started anew: what it had may have come out or not."""
    asked = library.slip_queue.in_hand
    library.slip_queue.silent = True
    if asked is not None:
        library.slip_queue.in_hand = None
        _close(library, turn, asked, SlipState.UNSURE)


def begin_anew(library: Library, turn: Turn) -> None:
    """The program starts: what was with the printer may have come out, what waited has not."""
    slips = library.memory.slips
    for asked in slips.unfinished(SlipState.PRINTING):
        _close(library, turn, asked, SlipState.UNSURE)
    library.slip_queue.has_waiting = bool(slips.unfinished(SlipState.WAITING))
    print_next(library, turn)


def watch(library: Library, turn: Turn) -> bool:
    """Each second: give up what grew old; True when the printer is taken for dead from now on."""
    queue = library.slip_queue
    died = queue.in_hand is not None and library.uptime_s - queue.handed_at_s > SILENT_AFTER_S
    if died:
        printer_died(library, turn)
    if queue.has_waiting:
        print_next(library, turn)
    return died


def print_next(library: Library, turn: Turn) -> None:
    """Drop what is no longer fresh, and give the oldest of the rest to the printer if it is free."""
    queue = library.slip_queue
    if not queue.has_waiting:
        return
    waiting = library.memory.slips.unfinished(SlipState.WAITING)
    fresh = [asked for asked in waiting if timedelta(0) <= library.now - asked.asked_at <= FRESH]
    for asked in waiting:
        if asked not in fresh:
            _drop(library, turn, asked)
    if fresh and queue.is_free:
        with library.memory.transaction():
            library.memory.slips.becomes(fresh[0], SlipState.PRINTING)
        _show(turn, fresh[0].request_id, print_or_wait(library, turn, fresh[0]))
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
        again=asked.print > 1,
    )


def _take_back(library: Library, number: int) -> SlipAsked | None:
    """The slip that is with the printer, if it is this one."""
    asked = library.slip_queue.in_hand
    if asked is None or asked.request_id != number:
        return None
    library.slip_queue.in_hand = None
    return asked


def _given_up(library: Library, number: int) -> SlipAsked | None:
    last = library.memory.slips.last(RequestId(number))
    return last[0] if last and last[1] is SlipState.UNSURE else None


def _drop(library: Library, turn: Turn, asked: SlipAsked) -> None:
    _close(library, turn, asked, SlipState.DROPPED)


def _close(library: Library, turn: Turn, asked: SlipAsked, state: SlipState) -> None:
    """Nothing more is done for it, and the journal says what became of it."""
    with library.memory.transaction():
        library.memory.slips.becomes(asked, state)
        body = {"request": asked.request_id, "print": asked.print}
        library.memory.journal.append(library.now, f"slip_{state}", body)
    _show(turn, asked.request_id, SlipProgress.FAILED)


def _show(turn: Turn, number: int, progress: SlipProgress) -> None:
    """It matters only while its loan is on the screen."""
    match turn.scene:
        case Approved(slip_number=shown) as scene if shown == number:
            turn.scene = replace(scene, slip=progress)
        case GuardDesk(whereabouts=at) as scene if (
            at and at.loan and at.loan.request_id == number and at.slip
        ):
            turn.scene = replace(scene, whereabouts=replace(at, slip=progress))
