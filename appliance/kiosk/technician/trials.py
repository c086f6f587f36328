"""What a technician's trials come to. Of a scan only how it was read is kept, never what it was."""

from __future__ import annotations

from dataclasses import replace

from appliance.model import Side
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.paper.trial_slip import CODE
from appliance.scanning.aim import read_identifier
from appliance.scanning.names import symbology_name
from appliance.status import (
    TARGETS,
    Bench,
    ScanHeard,
    ScanTrial,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Trial,
)

MISSES_MOST = 10
"""A panel that misses so often is not touched well by trying longer, and its way out may be out of reach."""


def heard(scene: ScanTrial, code: str, side: Side) -> ScanTrial:
    """A scanner read something."""
    text = read_identifier(code).text
    scan = ScanHeard(side, symbology_name(code), len(text), is_ours=text == CODE)
    others = tuple(one for one in scene.heard if one.side is not side)
    return replace(scene, heard=(scan, *others))


def answered(bench: Bench, scene: ScanTrial | SlipTrial | SoundTrial, *, well: bool) -> Bench:
    """The technician has looked or listened; a scan is judged by what was heard."""
    match scene:
        case ScanTrial():
            return _tried(bench, Trial.SCAN, _of_scans(scene))
        case SlipTrial():
            cause = Cause.SLIP_LOOKED_RIGHT if well else Cause.SLIP_LOOKED_WRONG
            return _tried(bench, Trial.SLIP, _by_word(Check.PRINTER, cause, well=well))
        case SoundTrial():
            cause = Cause.SOUND_HEARD if well else Cause.SOUND_NOT_HEARD
            return _tried(bench, Trial.SOUND, _by_word(Check.SOUND, cause, well=well))


def target_touched(bench: Bench, scene: TouchTrial, *, hit: bool) -> TouchTrial | Bench:
    """The next target, or the bench when all were hit or too many were missed."""
    if not hit:
        missed = replace(scene, misses=scene.misses + 1)
        return missed if missed.misses < MISSES_MOST else broken_off(bench, missed)
    after = replace(scene, hits=scene.hits + 1)
    if after.hits < TARGETS:
        return after
    if after.misses:
        figures = (("misses", after.misses),)
        finding = Finding(Check.SCREEN, Verdict.WATCH, Cause.TOUCH_MISSED, figures)
    else:
        finding = Finding(Check.SCREEN, Verdict.GOOD, Cause.TOUCH_TRUE)
    return _tried(bench, Trial.TOUCH, finding)


def broken_off(bench: Bench, scene: TouchTrial) -> Bench:
    """Not every target was hit."""
    figures = (("hits", scene.hits), ("targets", TARGETS))
    finding = Finding(Check.SCREEN, Verdict.BAD, Cause.TOUCH_BROKEN_OFF, figures)
    return _tried(bench, Trial.TOUCH, finding)


def _of_scans(scene: ScanTrial) -> Finding:
    if not scene.heard:
        return Finding(Check.SCANNER, Verdict.BAD, Cause.SCANNER_READ_NOTHING)
    best = next((one for one in scene.heard if one.is_ours), scene.heard[0])
    side = (("side", best.side.value),)
    if best.is_ours:
        return Finding(Check.SCANNER, Verdict.GOOD, Cause.SCANNER_READ_CODE, side)
    return Finding(Check.SCANNER, Verdict.WATCH, Cause.SCANNER_READ_OTHER, side)


def _by_word(check: Check, cause: Cause, *, well: bool) -> Finding:
    # Silence never stops a loan.
    wrong = Verdict.WATCH if check is Check.SOUND else Verdict.BAD
    return Finding(check, Verdict.GOOD if well else wrong, cause)


def _tried(bench: Bench, trial: Trial, finding: Finding) -> Bench:
    others = tuple(one for one in bench.tried if one[0] is not trial)
    return replace(bench, tried=(*others, (trial, finding)))
