"""The one place where a request is asked, decided and becomes loans: all in one transaction each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from appliance.kiosk import slips
from appliance.kiosk.library import Library
from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.lending.due import due_on
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
from appliance.ports import SlipAsked
from appliance.status import Approved


def needs_approval(library: Library, reader: Reader, copies: Iterable[Copy]) -> bool:
    """One copy that needs approval makes the whole basket wait for it."""
    rules = [library.policy.rule(reader.category, copy.kind) for copy in copies]
    return any(rule is None or rule.needs_approval for rule in rules)


def ask(library: Library, reader: Reader, copies: tuple[Copy, ...]) -> RequestId:
    """Record a request; when this returns it is on disk."""
    with library.memory.transaction():
        return library.memory.requests.ask(reader, copies, library.now, waiting=True)


def lend_now(library: Library, turn: Turn, reader: Reader, copies: tuple[Copy, ...]) -> Approved:
    """Lend without approval; when this returns the loans are on disk."""
    memory = library.memory
    with memory.transaction():
        request_id = memory.requests.ask(reader, copies, library.now, waiting=False)
        loans = _lend(library, reader, copies, request_id)
        asked = slips.ask(library, reader, request_id)
    return _confirmed(library, turn, reader, loans, request_id, asked)


def approve(library: Library, turn: Turn, request: Request, staff: Staff) -> Approved | Refusal:
    """The guard says yes. Everything is looked at again first: much may have changed since it was asked."""
    refusal = refusal_now(library, request)
    if refusal:
        return refusal
    memory = library.memory
    with memory.transaction():
        memory.requests.decide(request.id, RequestState.APPROVED, staff.id, library.now)
        loans = _lend(library, request.reader, request.copies, request.id)
        asked = slips.ask(library, request.reader, request.id)
    return _confirmed(library, turn, request.reader, loans, request.id, asked)


def print_again(library: Library, turn: Turn, scene: Approved) -> None:
    """The reader asks for the slip that did not come."""
    outcome = slips.print_again(library, turn, RequestId(scene.slip_number), scene.reader)
    if isinstance(outcome, Refusal):
        refuse(turn, outcome)
    else:
        turn.scene = replace(scene, slip=outcome)


def close_request(library: Library, request: Request, state: RequestState, staff: Staff | None) -> None:
    """Declined, taken back or lapsed: the copies are free again."""
    with library.memory.transaction():
        library.memory.requests.decide(request.id, state, staff.id if staff else None, library.now)


def put_back_in_use(library: Library, copy: Copy) -> None:
    """A copy taken for lost was scanned: it is found. The caller holds the transaction."""
    if copy.state is CopyState.LOST:
        library.memory.titles.put_back_in_use(copy)
        library.memory.journal.append(library.now, "found", {"copy": copy.id})


def refusal_now(library: Library, request: Request) -> Refusal | None:
    """The first copy of a request that can no longer be lent, with every reason."""
    for place, copy in enumerate(request.copies):
        refusal = library.refuse_loan(request.reader, copy, in_basket=place)
        if refusal:
            return refusal
    return None


def _lend(
    library: Library, reader: Reader, copies: tuple[Copy, ...], request_id: RequestId
) -> tuple[Loan, ...]:
    loans = []
    for copy in copies:
        put_back_in_use(library, copy)
        until = due_on(library.rule(reader, copy), library.today)
        loans.append(library.memory.loans.lend(copy, reader, request_id, library.now, until))
    return tuple(loans)


def _confirmed(
    library: Library,
    turn: Turn,
    reader: Reader,
    loans: tuple[Loan, ...],
    request_id: RequestId,
    asked: SlipAsked | None,
) -> Approved:
    return Approved(reader, loans, slips.print_or_wait(library, turn, asked, (reader, loans)), request_id)
