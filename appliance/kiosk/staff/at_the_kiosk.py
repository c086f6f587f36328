"""Whose requests a guard sees: who stands at this kiosk comes first, and what each is decided by."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.turn import Turn
from appliance.lending.rules import places
from appliance.model import Request, RequestId
from appliance.model.page import page_of
from appliance.status import GuardDesk, ReaderStanding

REQUESTS_PER_PAGE = 2
JUST_NOW_S = 300.0
"""So long after their last touch a reader who went back to the home screen is taken to wait beside it."""


def with_first(context: DeskContext, turn: Turn, scene: GuardDesk) -> GuardDesk:
    """Who stands here is known when the desk opens, and stays so while it is open: no card changes places."""
    if turn.request_here is not None:
        return replace(scene, first=turn.request_here, is_here=True)
    return replace(scene, first=_just_left(context, turn))


def with_requests(context: DeskContext, scene: GuardDesk) -> GuardDesk:
    """The page that is shown, as it waits now."""
    requests = context.store.requests
    waiting = requests.count_waiting()
    at = page_of(scene.page, waiting, REQUESTS_PER_PAGE)
    shown = requests.waiting_page(scene.first, at.first, at.most)
    standings = tuple(_standing(context, request) for request in shown)
    opened = scene.opened & {request.id for request in shown}
    return replace(
        scene,
        requests=shown,
        standings=standings,
        opened=opened,
        page=at.number,
        pages=at.pages,
        waiting=waiting,
        to_shelve=context.store.loans.to_shelve(),
    )


def _just_left(context: DeskContext, turn: Turn) -> RequestId | None:
    left = turn.left
    if left is None or context.uptime_s - left.touched_at_s > JUST_NOW_S:
        return None
    return left.request_id if context.store.requests.waiting(left.request_id) else None


def _standing(context: DeskContext, request: Request) -> ReaderStanding:
    reader = request.reader
    facts = context.store.loans.facts_of_reader(reader)
    first_due = min((held.due_on for held in facts.in_hand if not held.brought), default=None)
    in_hand = len(facts.in_hand)
    lent_until = [
        context.due_on(reader, copy)
        for copy in request.copies
        if context.policy.rule(reader.category, copy.kind) is not None
    ]
    return ReaderStanding(
        in_hand,
        places(context.policy, reader, in_hand, 0).limit,
        late_since=first_due if first_due is not None and first_due < context.today else None,
        due_on=min(lent_until, default=None),
    )
