"""How a slip's way ends, or goes on: on disk, in the journal, and on the screen that shows its loan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from appliance.kiosk.context import DeskContext
from appliance.kiosk.turn import Turn
from appliance.model import RequestId
from appliance.model.lending_events import SlipDropped, SlipFailed, SlipUnsure
from appliance.ports import SlipAsked, SlipState
from appliance.status import Approved, GuardDesk, Scene, SlipProgress

_ENDED: Mapping[SlipState, type[SlipDropped | SlipFailed | SlipUnsure]] = {
    SlipState.DROPPED: SlipDropped,
    SlipState.FAILED: SlipFailed,
    SlipState.UNSURE: SlipUnsure,
}


def finish(context: DeskContext, turn: Turn, asked: SlipAsked, state: SlipState) -> None:
    """Nothing more is done for it, and the journal says what became of it."""
    with context.store.transaction():
        context.store.slips.becomes(asked, state)
        context.store.journal.append(context.now, _ENDED[state](asked.request_id, asked.print))
    show(turn, asked.request_id, SlipProgress.FAILED)


def set_state(context: DeskContext, asked: SlipAsked, state: SlipState) -> None:
    """A step that the journal need not tell: the slip waits, is being printed, or came out."""
    with context.store.transaction():
        context.store.slips.becomes(asked, state)


def show(turn: Turn, request_id: RequestId, progress: SlipProgress) -> None:
    """It matters only while its loan is on the screen."""
    turn.scenes = [_shown(scene, request_id, progress) for scene in turn.scenes]


def _shown(scene: Scene, request_id: RequestId, progress: SlipProgress) -> Scene:
    match scene:
        case Approved(request_id=shown) if shown == request_id:
            return replace(scene, slip=progress)
        case GuardDesk(whereabouts=at) if at and at.loan and at.loan.request_id == request_id and at.slip:
            return replace(scene, whereabouts=replace(at, slip=progress))
        case _:
            return scene
