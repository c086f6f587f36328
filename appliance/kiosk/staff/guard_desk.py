"""The guard's desk: decide requests in seconds, and see where a scanned copy is."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import loans
from appliance.kiosk.slips import asking
from appliance.kiosk.turn import Turn
from appliance.model import (
    Availability,
    Copy,
    CopyKind,
    CopyState,
    Reason,
    Refusal,
    Request,
    RequestId,
    RequestState,
    Staff,
)
from appliance.status import Declined, GuardDesk, Whereabouts

REQUESTS_PER_PAGE = 2


def open_desk(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """After the PIN of a guard or librarian."""
    turn.scene = _desk(context, turn, GuardDesk(staff, ()))


def turn_page(context: DeskContext, turn: Turn, scene: GuardDesk, page: int) -> None:
    turn.scene = _desk(context, turn, replace(scene, page=page, whereabouts=None, refusal=None))


def _desk(context: DeskContext, turn: Turn, scene: GuardDesk) -> GuardDesk:
    requests = context.store.requests.all_waiting()
    here_first = sorted(requests, key=lambda request: request.id != turn.request_here)
    pages = max(1, -(-len(requests) // REQUESTS_PER_PAGE))
    page = min(max(scene.page, 0), pages - 1)
    shown = here_first[page * REQUESTS_PER_PAGE : (page + 1) * REQUESTS_PER_PAGE]
    return replace(scene, requests=tuple(shown), page=page, pages=pages, waiting=len(requests))


def approve(context: DeskContext, turn: Turn, scene: GuardDesk, request_id: RequestId) -> None:
    request = _still_waiting(context, turn, scene, request_id)
    if request is None:
        return
    outcome = loans.approve(context, turn, request, scene.staff)
    if isinstance(outcome, Refusal):
        turn.scene = replace(scene, refusal=outcome)
    elif request.id == turn.request_here:
        _hand_back(turn, request)
        turn.scene = outcome
    else:
        turn.scene = _desk(context, turn, _after_deciding(scene))


def decline(context: DeskContext, turn: Turn, scene: GuardDesk, request_id: RequestId) -> None:
    request = _still_waiting(context, turn, scene, request_id)
    if request is None:
        return
    loans.close_request(context, request, RequestState.DECLINED, scene.staff)
    if request.id == turn.request_here:
        _hand_back(turn, request)
        turn.scene = Declined(request)
    else:
        turn.scene = _desk(context, turn, _after_deciding(scene))


def _still_waiting(
    context: DeskContext, turn: Turn, scene: GuardDesk, request_id: RequestId
) -> Request | None:
    request = context.store.requests.waiting(request_id)
    if request is None:
        refreshed = _desk(context, turn, scene)
        turn.scene = replace(refreshed, refusal=Refusal((Reason.NOT_WAITING,)))
    return request


def _after_deciding(scene: GuardDesk) -> GuardDesk:
    return replace(scene, decided=scene.decided + 1, whereabouts=None, refusal=None)


def _hand_back(turn: Turn, request: Request) -> None:
    """The reader stands here: the guard is signed out, and the screen speaks to the reader again."""
    turn.staff = turn.request_here = None
    turn.language = request.reader.language


def locate(context: DeskContext, turn: Turn, scene: GuardDesk, copy: Copy) -> None:
    """Who has what, where: the guard scanned a copy."""
    loan = context.store.loans.of_copy(copy)
    asked = context.store.requests.waiting_for_copy(copy)
    reader = context.store.people.reader_by_id(loan.reader_id) if loan else asked.reader if asked else None
    place = _availability(copy, taken=reader is not None)
    turn.scene = replace(scene, whereabouts=Whereabouts(copy, place, loan, reader), refusal=None)


def print_again(context: DeskContext, turn: Turn, scene: GuardDesk) -> None:
    """A reader lost his slip, or it never came: the one of the loan that the guard looks at."""
    at = scene.whereabouts
    if at is None or at.loan is None or at.loan.request_id is None:
        return
    outcome = asking.print_again(context, turn, at.loan.request_id, scene.staff)
    if isinstance(outcome, Refusal):
        turn.scene = replace(scene, refusal=outcome)
    else:
        turn.scene = replace(scene, whereabouts=replace(at, slip=outcome))


def _availability(copy: Copy, *, taken: bool) -> Availability:
    if taken:
        return Availability.ON_LOAN
    if copy.state is not CopyState.IN_USE:
        return Availability.ABSENT
    return Availability.READING_ROOM if copy.kind is CopyKind.REFERENCE else Availability.AVAILABLE
