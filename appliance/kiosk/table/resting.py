"""The rows of scenes at which nobody in particular stands, or nobody can be served."""

from __future__ import annotations

import math
from typing import Any, assert_never

from appliance.kiosk.reader import basket, home, search, slip_books
from appliance.kiosk.staff import badges
from appliance.kiosk.table.row import SceneHere, SceneRow, no_button, nothing, one_step_back, says
from appliance.model.speech import Phrase
from appliance.status import Attract, Home, OutOfService, Signs
from appliance.status.resting import RestingScene

ATTRACT: SceneRow[Attract] = SceneRow(
    lasts_s=math.inf,
    touched=no_button,
    back=one_step_back,
    card=basket.begin_here,
    badge=badges.begin_here,
    book=search.show_copy,
    isbn=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.ATTRACT),
)

HOME: SceneRow[Home] = SceneRow(
    lasts_s=60,
    touched=home.touched,
    back=one_step_back,
    card=basket.begin_here,
    badge=badges.begin_here,
    book=search.show_copy,
    isbn=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.HOME),
)

SIGNS: SceneRow[Signs] = SceneRow(
    lasts_s=60,
    touched=no_button,
    back=one_step_back,
    card=basket.begin_here,
    badge=badges.begin_here,
    book=search.show_copy,
    isbn=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.SIGNS),
)

OUT_OF_SERVICE: SceneRow[OutOfService] = SceneRow(
    lasts_s=math.inf,
    touched=no_button,
    back=one_step_back,
    card=nothing,
    badge=nothing,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.OUT_OF_SERVICE),
)


def row_of(scene: RestingScene) -> SceneHere[Any]:
    """The scene with its row; a scene that has none does not pass mypy."""
    match scene:
        case Attract():
            return SceneHere(ATTRACT, scene)
        case Home():
            return SceneHere(HOME, scene)
        case Signs():
            return SceneHere(SIGNS, scene)
        case OutOfService():
            return SceneHere(OUT_OF_SERVICE, scene)
    assert_never(scene)
