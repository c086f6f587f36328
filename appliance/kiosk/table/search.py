"""The rows of scenes of anybody who looks for a book."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.reader import basket, search, slip_books
from appliance.kiosk.staff import badges
from appliance.kiosk.table.row import SceneHere, SceneRow, one_step_back
from appliance.status import Searching, TitlePage
from appliance.status.search_scenes import SearchScene

SEARCHING: SceneRow[Searching] = SceneRow(
    lasts_s=60,
    touched=search.touched,
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
    phrases=search.phrases,
)

TITLE_PAGE: SceneRow[TitlePage] = SceneRow(
    lasts_s=60,
    touched=search.touched_at_title,
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
    phrases=search.phrases_of_title,
)


def row_of(scene: SearchScene) -> SceneHere[Any]:
    """The scene with its row; a scene that has none does not pass mypy."""
    match scene:
        case Searching():
            return SceneHere(SEARCHING, scene)
        case TitlePage():
            return SceneHere(TITLE_PAGE, scene)
    assert_never(scene)
