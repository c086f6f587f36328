"""How a request ends without a loan, line by line or as a whole, and what its reader hears of it."""

from __future__ import annotations

from datetime import date, timedelta

from appliance.kiosk.context import DeskContext
from appliance.model import (
    Copy,
    LineEnd,
    Request,
    RequestLine,
    RequestNews,
    RequestState,
    Staff,
    TitleId,
)
from appliance.ports import End

KEPT_LONG = timedelta(minutes=30)
"""Who takes a request back sooner has only changed their mind, and may ask again at once."""

_WHY = {RequestState.DECLINED: LineEnd.DECLINED, RequestState.LAPSED: LineEnd.LAPSED}
_FREE_TO_ASK = {LineEnd.NOT_HERE, LineEnd.PUT_BACK}
"""Nothing stands against asking again with the book in hand."""


def close(
    context: DeskContext,
    request: Request,
    state: RequestState,
    staff: Staff | None = None,
    lines: tuple[RequestLine, ...] = (),
    *,
    told: bool = False,
) -> None:
    """As `end`, in a transaction of its own. `lines` are over for reasons of their own."""
    with context.store.transaction():
        end_lines(context, request, lines, staff)
        end(context, request, state, staff, told=told)


def end(
    context: DeskContext,
    request: Request,
    state: RequestState,
    staff: Staff | None = None,
    *,
    told: bool = False,
) -> None:
    """Declined, taken back or lapsed: the copies are free again. `told`: its reader sees that now.

    The caller holds the transaction.
    """
    took_long = state is not RequestState.TAKEN_BACK or context.now - request.asked_at >= KEPT_LONG
    how = End(
        _WHY.get(state),
        untold=state is not RequestState.TAKEN_BACK and not told,
        cools_until=context.cools_until() if took_long else None,
    )
    context.store.requests.decide(request.id, state, staff.id if staff else None, context.now, how)


def end_lines(
    context: DeskContext, request: Request, lines: tuple[RequestLine, ...], staff: Staff | None
) -> None:
    """These copies are not lent, each for its own reason. The caller holds the transaction."""
    for line in lines:
        assert line.why is not None, "a line that ends has a reason"
        staff_id = staff.id if staff else None
        context.store.requests.end_line(request.id, line.copy, line.why, staff_id, context.now)


def put_back(context: DeskContext, copy: Copy) -> None:
    """A copy that somebody asked for was scanned at the return: it goes to its shelf, and waits no longer.

    The request goes on with its other copies; without any it is over, and its reader hears so at their card.
    """
    requests = context.store.requests
    request = requests.waiting_for_copy(copy)
    if request is None:
        return
    with context.store.transaction():
        end_lines(context, request, (RequestLine(copy, LineEnd.PUT_BACK),), None)
        if len(request.copies) == 1:
            requests.decide(request.id, RequestState.TAKEN_BACK, None, context.now, End(untold=True))
        else:
            requests.tell_later(request.id)


def cooling(news: tuple[RequestNews, ...], today: date) -> dict[TitleId, date]:
    """The titles that cannot be asked for again just now, and from which day they can."""
    return {
        line.copy.title.id: one.cools_until
        for one in news
        if one.cools_until is not None and _still_cools(one, today)
        for line in one.lines
        if _cools(one, line)
    }


def forget_old(context: DeskContext, news: tuple[RequestNews, ...]) -> None:
    """What is told now, and what cools no longer, is not looked up at the next card."""
    old = tuple(one for one in news if one.untold or not _still_cools(one, context.today))
    if old:
        with context.store.transaction():
            context.store.requests.told(old, context.today)


def _still_cools(news: RequestNews, today: date) -> bool:
    return news.cools_until is not None and news.cools_until > today


def _cools(news: RequestNews, line: RequestLine) -> bool:
    if line.why is None:
        return news.state is RequestState.TAKEN_BACK
    return line.why not in _FREE_TO_ASK
