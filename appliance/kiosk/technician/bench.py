"""The technician's bench: how the unit is, and trials by hand. Nothing here can stop a loan.

The library is looked at here, where its connection is, and only its newest journal rows; everything on a
cable is looked at by a worker, which posts `Examined`.
"""

from __future__ import annotations

from dataclasses import replace

from appliance.doctor.rounds import check_library
from appliance.doctor.status_text import status_text
from appliance.doctor.version import VERSION
from appliance.effects import Examine, PlayTestSound, PrintTestSlip
from appliance.kiosk.context import DeskContext
from appliance.kiosk.staff import set_date
from appliance.kiosk.staff.forged_since import forged_codes_since
from appliance.kiosk.technician import trials
from appliance.kiosk.turn import Turn
from appliance.messages import (
    AnswerTrial,
    Command,
    ExamineAgain,
    PlayAgain,
    SetDate,
    ShowStateCode,
    StartTrial,
    TouchTarget,
    TurnPage,
)
from appliance.model import Staff
from appliance.model.findings import Finding, Verdict
from appliance.model.page import page_of
from appliance.model.speech import Phrase
from appliance.model.unit_events import BenchVisited
from appliance.paper.trial_slip import CODE
from appliance.status import (
    Bench,
    BenchCode,
    BenchScene,
    ScanTrial,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Trial,
)

FINDINGS_PER_PAGE = 4


def open_bench(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """After the technician's PIN."""
    bench = Bench(staff, context.store.health.look(), forged_codes=forged_codes_since(context, staff))
    turn.go_to(_examine(context, turn, bench))


def phrases(scene: Bench) -> tuple[Phrase, ...]:
    return (Phrase.FORGED_CODES, Phrase.BENCH) if scene.forged_codes else (Phrase.BENCH,)


def examined(context: DeskContext, turn: Turn, findings: tuple[Finding, ...]) -> None:
    """The worker has looked at everything on a cable; it may come while a trial goes on, or too late."""
    bench = bench_of(turn)
    if bench is None:
        return
    measured = (*check_library(bench.library, context.now), *findings)
    _keep(turn, _told(context, replace(bench, measured=measured, examining=False)))


def bench_of(turn: Turn) -> Bench | None:
    """The bench of this visit, under whichever of its scenes the technician is."""
    return next((scene for scene in turn.scenes if isinstance(scene, Bench)), None)


def touched(context: DeskContext, turn: Turn, scene: Bench, command: Command) -> None:
    match command:
        case StartTrial(trial):
            _start(turn, trial)
        case ShowStateCode():
            turn.open(BenchCode(scene.state))
        case ExamineAgain():
            turn.show(_examine(context, turn, replace(scene, library=context.store.health.look())))
        case TurnPage(page):
            turn.show(_paged(replace(scene, page=page)))
        case SetDate():
            set_date.look_at_date(context, turn, scene.staff)
        case _:
            turn.unforeseen = command


def touched_in_trial(context: DeskContext, turn: Turn, scene: BenchScene, command: Command) -> None:
    """A trial lies over the bench, and what it comes to is kept there."""
    bench = bench_of(turn)
    match scene, command:
        case TouchTrial(), TouchTarget(hit) if bench is not None:
            outcome = trials.target_touched(bench, scene, hit=hit)
            if isinstance(outcome, Bench):
                _end_trial(context, turn, outcome)
            else:
                turn.show(outcome)
        case SoundTrial(), PlayAgain():
            turn.effects.append(PlayTestSound())
            turn.show(replace(scene, times=scene.times + 1))
        case ((ScanTrial() | SlipTrial() | SoundTrial()), AnswerTrial(well)) if bench is not None:
            _end_trial(context, turn, trials.answered(bench, scene, well=well))
        case _:
            turn.unforeseen = command


def break_off(context: DeskContext, turn: Turn, scene: TouchTrial) -> None:
    """A touch trial that was broken off tells how far it came."""
    bench = bench_of(turn)
    if bench is not None:
        _end_trial(context, turn, trials.broken_off(bench, scene))


def _end_trial(context: DeskContext, turn: Turn, bench: Bench) -> None:
    turn.back()
    turn.show(_told(context, bench))


def slip_drawn(turn: Turn, picture: bytes) -> None:
    """How the test slip must look, for whoever holds it beside the screen."""
    if isinstance(turn.scene, SlipTrial):
        turn.show(replace(turn.scene, picture=picture))


def note_visit(context: DeskContext, bench: Bench) -> None:
    """One row for the visit: what was wrong, and what the trials came to."""
    faults = [str(one.cause) for one in bench.findings if one.verdict in (Verdict.BAD, Verdict.WATCH)]
    tried = {str(trial): str(finding.cause) for trial, finding in bench.tried}
    context.note(BenchVisited(bench.staff.id, tuple(faults), tried))


def _start(turn: Turn, trial: Trial) -> None:
    match trial:
        case Trial.SCAN:
            turn.open(ScanTrial(CODE))
        case Trial.SLIP:
            turn.effects.append(PrintTestSlip(turn.language))
            turn.open(SlipTrial())
        case Trial.TOUCH:
            turn.open(TouchTrial())
        case Trial.SOUND:
            turn.effects.append(PlayTestSound())
            turn.open(SoundTrial())


def _examine(context: DeskContext, turn: Turn, bench: Bench) -> Bench:
    turn.effects.append(Examine())
    measured = check_library(bench.library, context.now)
    return _told(context, replace(bench, measured=measured, examining=True))


def _told(context: DeskContext, bench: Bench) -> Bench:
    state = status_text(VERSION, context.now, bench.library, bench.findings)
    return _paged(replace(bench, state=state))


def _paged(bench: Bench) -> Bench:
    at = page_of(bench.page, len(bench.findings), FINDINGS_PER_PAGE)
    return replace(bench, page=at.number, pages=at.pages)


def _keep(turn: Turn, bench: Bench) -> None:
    """In its place in the stack, so that no trial is disturbed; a code that is shown tells of it."""
    turn.scenes = [bench if isinstance(scene, Bench) else scene for scene in turn.scenes]
    if isinstance(turn.scene, BenchCode):
        turn.show(BenchCode(bench.state))
