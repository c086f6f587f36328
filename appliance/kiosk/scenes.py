"""The table of scenes, in the parts that stand in `kiosk.table`. A scene without a row does not pass mypy."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.table import reader, resting, search, staff, technician
from appliance.kiosk.table.row import SceneHere, SceneRow
from appliance.status import Scene, SettingDate
from appliance.status.badge_scenes import BadgeScene
from appliance.status.bench_scenes import BenchScene
from appliance.status.guard_scenes import GuardScene
from appliance.status.reader_scenes import ReaderScene
from appliance.status.resting import RestingScene
from appliance.status.search_scenes import SearchScene

_MET: dict[type, SceneRow[Any]] = {}
"""Rows by the type of their scene, as they are met: each message asks for several."""


def here(scene: Scene) -> SceneHere[Any]:
    """The scene with its row."""
    met = _MET.get(type(scene))
    if met is not None:
        return SceneHere(met, scene)
    found = _look_up(scene)
    _MET[type(scene)] = found.row
    return found


def _look_up(scene: Scene) -> SceneHere[Any]:
    if isinstance(scene, RestingScene):
        return resting.row_of(scene)
    if isinstance(scene, ReaderScene):
        return reader.row_of(scene)
    if isinstance(scene, SearchScene):
        return search.row_of(scene)
    if isinstance(scene, GuardScene | SettingDate | BadgeScene):
        return staff.row_of(scene)
    if isinstance(scene, BenchScene):
        return technician.row_of(scene)
    assert_never(scene)
