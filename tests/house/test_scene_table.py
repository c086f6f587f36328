"""A scene that leaves something out is found by mypy, before anybody stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api

from tests.house.tree import HOUSE

ROW = """
from appliance.kiosk.reader import basket, search, slip_books
from appliance.kiosk.staff import badges
from appliance.kiosk.table.row import SceneRow, no_button, one_step_back, says
from appliance.model.speech import Phrase
from appliance.status import Home

row: SceneRow[Home] = SceneRow(
    lasts_s=60,
    touched=no_button,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    isbn=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.HOME),
)
"""
SCENES = """
from typing import assert_never

from appliance.kiosk.table.row import SceneHere
from appliance.kiosk.table.resting import ATTRACT, HOME, OUT_OF_SERVICE
from appliance.status import Attract, Home, OutOfService
from appliance.status.resting import RestingScene

def row_of(scene: RestingScene) -> SceneHere[Attract] | SceneHere[Home] | SceneHere[OutOfService]:
    match scene:
        case Attract():
            return SceneHere(ATTRACT, scene)
        case Home():
            return SceneHere(HOME, scene)
        case OutOfService():
            return SceneHere(OUT_OF_SERVICE, scene)
    assert_never(scene)
"""


def passes_mypy(code: str, folder: Path) -> bool:
    module = folder / "tried.py"
    module.write_text(code, encoding="utf-8")
    settings = ["--config-file", str(HOUSE / "pyproject.toml"), "--no-error-summary"]
    _said, _wrong, code_of_exit = api.run([*settings, str(module)])
    return code_of_exit == 0


def test_a_whole_row_passes(tmp_path: Path) -> None:
    assert passes_mypy(ROW, tmp_path)


@pytest.mark.parametrize(
    "cell", ["lasts_s", "touched", "card", "badge", "book", "slip", "is_readers", "phrases"]
)
def test_a_row_without_a_cell_does_not_pass(tmp_path: Path, cell: str) -> None:
    lines = [line for line in ROW.splitlines() if not line.startswith(f"    {cell}=")]
    assert not passes_mypy("\n".join(lines), tmp_path)


def test_a_desk_function_of_another_scene_does_not_pass(tmp_path: Path) -> None:
    assert not passes_mypy(ROW.replace("book=search.show_copy", "book=basket.add"), tmp_path)


def test_a_scene_without_a_row_does_not_pass(tmp_path: Path) -> None:
    assert not passes_mypy(SCENES, tmp_path), "Signs has no row here"
