"""The guard's desk: decide requests in seconds, and see where a scanned copy is."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk import lending_desk, slips
from appliance.kiosk.library import Library
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


def open_desk(library: Library, turn: Turn, staff: Staff) -> None:
    """After the PIN of a guard or librarian."""
    turn.scene = _desk(library, turn, GuardDesk(staff, ()))


def turn_page(library: Library, turn: Turn, scene: GuardDesk, page: int) -> None:
    turn.scene = _desk(library, turn, replace(scene, page=page, whereabouts=None, refusal=None))


def _desk(library: Library, turn: Turn, scene: GuardDesk) -> GuardDesk:
    requests = library.memory.requests.all_waiting()
    here_first = sorted(requests, key=lambda request: request.id != turn.request_here)
    pages = max(1, -(-len(requests) // REQUESTS_PER_PAGE))
    page = min(max(scene.page, 0), pages - 1)
    shown = here_first[page * REQUESTS_PER_PAGE : (page + 1) * REQUESTS_PER_PAGE]
    return replace(scene, requests=tuple(shown), page=page, pages=pages, waiting=len(requests))


def approve(library: Library, turn: Turn, scene: GuardDesk, request_id: RequestId) -> None:
    request = _still_waiting(library, turn, scene, request_id)
    if request is None:
        return
    outcome = lending_desk.approve(library, turn, request, scene.staff)
    if isinstance(outcome, Refusal):
        turn.scene = replace(scene, refusal=outcome)
    elif request.id == turn.request_here:
        _hand_back(turn, request)
        turn.scene = outcome
    else:
        turn.scene = _desk(library, turn, _after_deciding(scene))


def decline(library: Library, turn: Turn, scene: GuardDesk, request_id: RequestId) -> None:
    request = _still_waiting(library, turn, scene, request_id)
    if request is None:
        return
    lending_desk.close_request(library, request, RequestState.DECLINED, scene.staff)
    if request.id == turn.request_here:
        _hand_back(turn, request)
        turn.scene = Declined(request)
    else:
        turn.scene = _desk(library, turn, _after_deciding(scene))


def _still_waiting(library: Library, turn: Turn, scene: GuardDesk, request_id: RequestId) -> Request | None:
    request = library.memory.requests.waiting(request_id)
    if request is None:
        refreshed = _desk(library, turn, scene)
        turn.scene = replace(refreshed, refusal=Refusal((Reason.NOT_WAITING,)))
    return request


def _after_deciding(scene: GuardDesk) -> GuardDesk:
    return replace(scene, decided=scene.decided + 1, whereabouts=None, refusal=None)


def _hand_back(turn: Turn, request: Request) -> None:
    """The reader stands here: the guard is signed out, and the screen speaks to the reader again."""
    turn.staff = turn.request_here = None
    turn.language = request.reader.language


def locate(library: Library, turn: Turn, scene: GuardDesk, copy: Copy) -> None:
    """Who has what, where: the guard scanned a copy."""
    loan = library.memory.loans.of_copy(copy)
    asked = library.memory.requests.waiting_for_copy(copy)
    reader = library.memory.people.reader_by_id(loan.reader_id) if loan else asked.reader if asked else None
    place = _availability(copy, taken=reader is not None)
    turn.scene = replace(scene, whereabouts=Whereabouts(copy, place, loan, reader), refusal=None)


def print_again(library: Library, turn: Turn, scene: GuardDesk) -> None:
    """A reader lost his slip, or it never came: the one of the loan that the guard looks at."""
    at = scene.whereabouts
    if at is None or at.loan is None or at.loan.request_id is None:
        return
    outcome = slips.print_again(library, turn, at.loan.request_id, scene.staff)
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
