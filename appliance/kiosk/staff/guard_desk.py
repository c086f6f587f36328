"""The guard's desk: decide requests in seconds, and see where a scanned copy is."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import loans, requests
from appliance.kiosk.refusals import refuse, refuse_for
from appliance.kiosk.slips import asking
from appliance.kiosk.staff import deciding, leaving, set_date
from appliance.kiosk.staff.at_the_kiosk import with_first, with_requests
from appliance.kiosk.staff.forged_since import forged_codes_since
from appliance.kiosk.turn import Turn
from appliance.lending.availability import availability
from appliance.messages import (
    Approve,
    Command,
    Decline,
    OpenRequest,
    PrintAgain,
    SetDate,
    SignOut,
    StrikeOut,
    TurnPage,
)
from appliance.model import (
    Availability,
    Copy,
    CopyState,
    Loan,
    Reason,
    Refusal,
    Request,
    RequestId,
    RequestState,
    Staff,
)
from appliance.model.speech import Phrase
from appliance.ports import CopyStanding
from appliance.status import Declined, GuardDesk, Whereabouts


def open_desk(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """After the PIN of a guard or librarian."""
    desk = GuardDesk(staff, (), forged_codes=forged_codes_since(context, staff))
    turn.go_to(with_requests(context, with_first(context, turn, desk)))


def touched(context: DeskContext, turn: Turn, scene: GuardDesk, command: Command) -> None:
    match command:
        case Approve(request_id):
            _approve(context, turn, scene, request_id)
        case Decline(request_id):
            _decline(context, turn, scene, request_id)
        case OpenRequest(request_id):
            turn.show(with_requests(context, replace(scene, opened=scene.opened | {request_id})))
        case StrikeOut(request_id, copy_id):
            deciding.strike_out(turn, scene, request_id, copy_id)
        case TurnPage(page):
            turn.show(with_requests(context, replace(scene, page=page, whereabouts=None)))
        case PrintAgain():
            _print_again(context, turn, scene)
        case SignOut():
            leaving.sign_out(context, turn, scene)
        case SetDate():
            set_date.look_at_date(context, turn, scene.staff)
        case _:
            turn.unforeseen = command


def look_again(context: DeskContext, turn: Turn) -> None:
    """Requests were decided or have lapsed: show what waits now."""
    if isinstance(turn.scene, GuardDesk):
        turn.show(with_requests(context, turn.scene))


def phrases(scene: GuardDesk) -> tuple[Phrase, ...]:
    if scene.whereabouts is not None:
        return (Phrase.SHELVED if scene.whereabouts.shelved else Phrase.WHEREABOUTS,)
    forged = (Phrase.FORGED_CODES,) if scene.forged_codes else ()
    if not scene.requests:
        return (*forged, Phrase.GUARD_DESK_EMPTY)
    is_open = any(scene.is_open(request.id) for request in scene.requests)
    return (*forged, Phrase.GUARD_DESK if is_open else Phrase.GUARD_DESK_AWAY)


def _approve(context: DeskContext, turn: Turn, scene: GuardDesk, request_id: RequestId) -> None:
    request = _still_waiting(context, turn, scene, request_id)
    if request is None:
        return
    outcome = loans.approve(context, turn, request, scene.staff, deciding.marks_of(scene, request))
    if isinstance(outcome, tuple):
        deciding.bar(turn, scene, request, outcome)
    elif request.id == turn.request_here:
        leaving.hand_back(turn, request.reader)
        turn.go_to(outcome)
    else:
        turn.show(with_requests(context, _after_deciding(scene)))


def _decline(context: DeskContext, turn: Turn, scene: GuardDesk, request_id: RequestId) -> None:
    request = _still_waiting(context, turn, scene, request_id)
    if request is None:
        return
    lines = deciding.struck_lines(scene, request)
    told = request.id == turn.request_here
    requests.close(context, request, RequestState.DECLINED, scene.staff, lines, told=told)
    if told:
        leaving.hand_back(turn, request.reader)
        turn.go_to(Declined(deciding.declined(request, lines)))
    else:
        turn.show(with_requests(context, _after_deciding(scene)))


def _still_waiting(
    context: DeskContext, turn: Turn, scene: GuardDesk, request_id: RequestId
) -> Request | None:
    request = context.store.requests.waiting(request_id)
    if request is None:
        turn.show(with_requests(context, scene))
        refuse_for(turn, Reason.NOT_WAITING)
    return request


def _after_deciding(scene: GuardDesk) -> GuardDesk:
    return replace(scene, decided=scene.decided + 1, whereabouts=None)


def locate(context: DeskContext, turn: Turn, scene: GuardDesk, copy: Copy) -> None:
    """Who has what, where: the guard scanned a copy. One brought back is back, one lost is found."""
    loan = context.store.loans.of_copy(copy)
    if loan is not None and loan.brought_at is not None:
        _shelve(context, turn, scene, loan)
        return
    if copy.state is CopyState.LOST:
        with context.store.transaction():
            loans.put_back_in_use(context, copy)
        copy = replace(copy, state=CopyState.IN_USE)
    locate_only(context, turn, scene, copy)


def locate_only(context: DeskContext, turn: Turn, scene: GuardDesk, copy: Copy) -> None:
    """An ISBN was scanned, which is no proof that the library's own copy is here."""
    loan = context.store.loans.of_copy(copy)
    asked = context.store.requests.waiting_for_copy(copy)
    reader = context.store.people.reader_by_id(loan.reader_id) if loan else asked.reader if asked else None
    brought = loan is not None and loan.brought_at is not None
    standing = CopyStanding(copy.kind, copy.state, loan is not None, asked is not None, brought)
    turn.show(replace(scene, whereabouts=Whereabouts(copy, availability(standing), loan, reader)))


def _shelve(context: DeskContext, turn: Turn, scene: GuardDesk, loan: Loan) -> None:
    """A round through the box where readers put what they bring back: one scan for each book."""
    with context.store.transaction():
        context.store.loans.shelve(loan, scene.staff.id, context.now, context.rests_until())
    found = Whereabouts(loan.copy, Availability.AVAILABLE, shelved=True)
    turn.show(replace(scene, whereabouts=found, to_shelve=context.store.loans.to_shelve()))


def _print_again(context: DeskContext, turn: Turn, scene: GuardDesk) -> None:
    """A reader lost their slip, or it never came: the one of the loan that the guard looks at."""
    at = scene.whereabouts
    if at is None or at.loan is None or at.loan.request_id is None:
        return
    outcome = asking.print_again(context, turn, at.loan.request_id, scene.staff)
    if isinstance(outcome, Refusal):
        refuse(turn, outcome)
    else:
        turn.show(replace(scene, whereabouts=replace(at, slip=outcome)))
