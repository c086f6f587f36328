"""The rows of the technician's scenes. A technician lends nothing: only cards and badges mean something."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.staff import badges, leaving
from appliance.kiosk.table.row import SceneHere, SceneRow, nothing, one_step_back, says
from appliance.kiosk.technician import bench
from appliance.model.speech import Phrase
from appliance.status import Bench, BenchCode, ScanTrial, SlipTrial, SoundTrial, TouchTrial
from appliance.status.bench_scenes import BenchScene

_TRIAL_LASTS_S = 180
"""A technician walks to the printer, looks for a label, takes a photograph."""

BENCH: SceneRow[Bench] = SceneRow(
    lasts_s=90,
    touched=bench.touched,
    back=leaving.sign_out,
    card=leaving.card_again,
    badge=badges.at_bench,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=bench.phrases,
)

TRIAL: SceneRow[BenchCode | ScanTrial | SlipTrial | SoundTrial] = SceneRow(
    lasts_s=_TRIAL_LASTS_S,
    touched=bench.touched_in_trial,
    back=one_step_back,
    card=leaving.card_again,
    badge=badges.at_bench,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.BENCH),
)

TOUCH_TRIAL: SceneRow[TouchTrial] = SceneRow(
    lasts_s=_TRIAL_LASTS_S,
    touched=bench.touched_in_trial,
    back=bench.break_off,
    card=leaving.card_again,
    badge=badges.at_bench,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.BENCH),
)


def row_of(scene: BenchScene) -> SceneHere[Any]:
    """The scene with its row; a scene that has none does not pass mypy."""
    match scene:
        case Bench():
            return SceneHere(BENCH, scene)
        case BenchCode() | ScanTrial() | SlipTrial() | SoundTrial():
            return SceneHere(TRIAL, scene)
        case TouchTrial():
            return SceneHere(TOUCH_TRIAL, scene)
    assert_never(scene)
