"""Requests that nobody decided: after twelve hours they lapse, and their copies are free again.

After a day without power all of them may lapse at one moment. A scan waits for the tick before it, so a tick
lets only some of them lapse, in one transaction, and the next tick goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import requests
from appliance.kiosk.staff import guard_desk
from appliance.kiosk.turn import Turn
from appliance.model import RequestState
from appliance.status import AwaitingApproval, GuardDesk

REQUEST_LASTS = timedelta(hours=12)
LAPSE_AT_ONCE = 10
"""Of a tick: one wait for the disk, and what ten journal rows cost besides."""


@dataclass(slots=True)
class Lapsing:
    """When the waiting requests are to be looked at next, so that a tick does not ask the file in vain.

    At each look the earliest request says when the next is due. What is asked later lapses later, and what is
    decided only makes that look a vain one, so neither needs to tell anybody.
    """

    _looked_at: datetime | None = None
    _went_back: int = 0
    _earliest: datetime | None = None
    """When the oldest request was asked that waited at the last look."""

    def next_at(self, context: DeskContext) -> datetime:
        """In the library's time; at once after a start, and when that time stepped back."""
        if self._looked_at is None or self._went_back != context.went_back:
            return context.now
        return (self._earliest or self._looked_at) + REQUEST_LASTS

    def let_lapse(self, context: DeskContext, turn: Turn) -> None:
        """The oldest first; those that are left keep the next look due at once."""
        old = context.store.requests.lapsed_before(context.now - REQUEST_LASTS, most=LAPSE_AT_ONCE)
        if old:
            with context.store.transaction():
                for request in old:
                    requests.end(context, request, RequestState.LAPSED)
        self._looked_at, self._went_back = context.now, context.went_back
        self._earliest = context.store.requests.first_waiting_since()
        match turn.scene:
            case AwaitingApproval(request=shown) if shown.id in {request.id for request in old}:
                turn.end()
            case GuardDesk() if old:
                guard_desk.look_again(context, turn)
