"""The technician's bench: how the unit is, and trials by hand. Nothing here can stop a loan.

The library is looked at here, where its connection is, and only its newest journal rows; everything on a
cable is looked at by a worker, which posts `Examined`.
"""

from __future__ import annotations

from dataclasses import replace

from appliance.doctor.rounds import of_library
from appliance.doctor.status_text import status_text
from appliance.doctor.version import program_version
from appliance.effects import Examine, PlayTestSound, PrintTestSlip
from appliance.kiosk.context import DeskContext
from appliance.kiosk.technician import trials
from appliance.kiosk.turn import Turn
from appliance.messages import (
    AnswerTrial,
    Command,
    ExamineAgain,
    PlayAgain,
    ShowStateCode,
    StartTrial,
    TouchTarget,
)
from appliance.model import Staff
from appliance.model.findings import Check, Finding, Verdict
from appliance.paper.trial_slip import CODE
from appliance.status import (
    Bench,
    BenchCode,
    BenchScene,
    ScanTrial,
    Scene,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Trial,
)

FINDINGS_PER_PAGE = 4
_OF_LIBRARY = frozenset({Check.DATABASE, Check.CHAIN, Check.BACKUP})


def open_bench(context: DeskContext, turn: Turn, staff: Staff) -> None:
    """After the technician's PIN."""
    turn.scene = _examine(context, turn, Bench(staff, context.store.health.look()))


def examined(context: DeskContext, turn: Turn, findings: tuple[Finding, ...]) -> None:
    """The worker has looked at everything on a cable; it may come while a trial goes on, or too late."""
    bench = bench_of(turn.scene)
    if bench is None:
        return
    of_library_file = tuple(one for one in bench.measured if one.check in _OF_LIBRARY)
    measured = (*of_library_file, *findings)
    _put(turn, _told(context, replace(bench, measured=measured, examining=False)))


def bench_of(scene: Scene | None) -> Bench | None:
    """The bench of this visit, on whichever of its scenes the technician is."""
    match scene:
        case Bench():
            return scene
        case BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial():
            return scene.bench
        case _:
            return None


def touched(context: DeskContext, turn: Turn, scene: BenchScene, command: Command) -> bool:
    """Do what was touched on the bench; False when nobody foresaw it."""
    match scene, command:
        case Bench(), StartTrial(trial):
            _start(turn, scene, trial)
        case Bench(), ShowStateCode():
            turn.scene = BenchCode(scene)
        case Bench(), ExamineAgain():
            turn.scene = _examine(context, turn, replace(scene, library=context.store.health.look()))
        case TouchTrial(), TouchTarget(hit):
            trial_scene = trials.target_touched(scene, hit=hit)
            turn.scene = trial_scene
            if isinstance(trial_scene, Bench):
                turn.scene = _told(context, trial_scene)
        case SoundTrial(), PlayAgain():
            turn.effects.append(PlayTestSound())
            turn.scene = replace(scene, times=scene.times + 1)
        case ((ScanTrial() | SlipTrial() | SoundTrial()), AnswerTrial(well)):
            turn.scene = _told(context, trials.answered(scene, well=well))
        case _:
            return False
    return True


def turn_page(turn: Turn, scene: Bench, page: int) -> None:
    turn.scene = _paged(replace(scene, page=page))


def leave_trial(context: DeskContext, turn: Turn, scene: BenchScene) -> None:
    """One step back. A touch trial that was broken off tells how far it came."""
    bench = bench_of(scene)
    assert bench is not None
    turn.scene = _told(context, trials.broken_off(scene) if isinstance(scene, TouchTrial) else bench)


def slip_drawn(turn: Turn, picture: bytes) -> None:
    """How the test slip must look, for whoever holds it beside the screen."""
    if isinstance(turn.scene, SlipTrial):
        turn.scene = replace(turn.scene, picture=picture)


def note_visit(context: DeskContext, bench: Bench) -> None:
    """One row for the visit: what was wrong, and what the trials came to."""
    faults = [str(one.cause) for one in bench.findings if one.verdict in (Verdict.BAD, Verdict.WATCH)]
    tried = {str(trial): str(finding.cause) for trial, finding in bench.tried}
    context.note("bench_visited", {"staff": bench.staff.id, "faults": list(faults), "tried": dict(tried)})


def _start(turn: Turn, bench: Bench, trial: Trial) -> None:
    match trial:
        case Trial.SCAN:
            turn.scene = ScanTrial(bench, CODE)
        case Trial.SLIP:
            turn.effects.append(PrintTestSlip(turn.language))
            turn.scene = SlipTrial(bench)
        case Trial.TOUCH:
            turn.scene = TouchTrial(bench)
        case Trial.SOUND:
            turn.effects.append(PlayTestSound())
            turn.scene = SoundTrial(bench)


def _examine(context: DeskContext, turn: Turn, bench: Bench) -> Bench:
    turn.effects.append(Examine())
    measured = of_library(bench.library, context.now)
    return _told(context, replace(bench, measured=measured, examining=True))


def _told(context: DeskContext, bench: Bench) -> Bench:
    state = status_text(program_version(), context.now, bench.library, bench.findings)
    return _paged(replace(bench, state=state))


def _paged(bench: Bench) -> Bench:
    pages = max(1, -(-len(bench.findings) // FINDINGS_PER_PAGE))
    return replace(bench, page=min(max(bench.page, 0), pages - 1), pages=pages)


def _put(turn: Turn, bench: Bench) -> None:
    """Into the scene that is shown, so that no trial is disturbed."""
    match turn.scene:
        case BenchCode() | ScanTrial() | SlipTrial() | TouchTrial() | SoundTrial() as scene:
            turn.scene = replace(scene, bench=bench)
        case _:
            turn.scene = bench
