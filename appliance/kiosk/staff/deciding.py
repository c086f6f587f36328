"""This book yes, that one no: what a guard strikes out of a request before deciding it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from appliance.kiosk.refusals import refuse
from appliance.kiosk.turn import Turn
from appliance.lending.rules import Answer
from appliance.model import CopyId, LineEnd, LineMark, Request, RequestId, RequestLine
from appliance.status import GuardDesk

REASONS = (LineEnd.NOT_HERE, LineEnd.DAMAGED, LineEnd.NOT_ALLOWED)
"""Each touch on a book goes one further; the one after the last lets it be lent after all."""


def strike_out(turn: Turn, scene: GuardDesk, request_id: RequestId, copy_id: CopyId) -> None:
    """A book on an open card was touched. What the rules have barred can be struck out, too."""
    shown = {
        (request.id, copy.id)
        for request in scene.requests
        for copy in request.copies
        if scene.is_open(request.id)
    }
    if (request_id, copy_id) not in shown:
        return
    now = scene.mark_of(request_id, copy_id)
    at = REASONS.index(now) + 1 if now in REASONS else 0
    others = _without(scene, request_id, {copy_id})
    mark = (LineMark(request_id, copy_id, REASONS[at]),) if at < len(REASONS) else ()
    turn.show(replace(scene, marks=(*others, *mark)))


def marks_of(scene: GuardDesk, request: Request) -> Mapping[CopyId, LineEnd]:
    """Which copies of this request will not be lent, and why not."""
    return {mark.copy_id: mark.why for mark in scene.marks if mark.request_id == request.id}


def bar(turn: Turn, scene: GuardDesk, request: Request, barred: tuple[Answer, ...]) -> None:
    """Some copies can no longer be lent: the guard is told why, and may then approve the others."""
    refusal = next((answer.refusal for answer in barred), None)
    if refusal is None:
        return
    ids = {answer.copy.id for answer in barred}
    marks = (LineMark(request.id, copy_id, LineEnd.NO_LONGER) for copy_id in sorted(ids))
    turn.show(replace(scene, marks=(*_without(scene, request.id, ids), *marks)))
    refuse(turn, refusal)


def struck_lines(scene: GuardDesk, request: Request) -> tuple[RequestLine, ...]:
    """What the guard has struck out by hand, for a request that is declined as a whole."""
    marks = marks_of(scene, request)
    return tuple(
        RequestLine(copy, marks[copy.id]) for copy in request.copies if marks.get(copy.id) in REASONS
    )


def declined(request: Request, lines: tuple[RequestLine, ...]) -> Request:
    """The request as its reader sees it who stands here, with the reasons that the guard gave."""
    return replace(request, ended=(*request.ended, *lines))


def _without(scene: GuardDesk, request_id: RequestId, copy_ids: set[CopyId]) -> tuple[LineMark, ...]:
    return tuple(
        mark for mark in scene.marks if mark.request_id != request_id or mark.copy_id not in copy_ids
    )
