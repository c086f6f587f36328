"""The table of scenes, in the parts that stand in `kiosk.table`. A scene without a row does not pass mypy."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.table import reader, resting, search, staff, technician
from appliance.kiosk.table.row import SceneHere
from appliance.status import Scene, SettingDate
from appliance.status.bench_scenes import BenchScene
from appliance.status.guard_scenes import GuardScene
from appliance.status.reader_scenes import ReaderScene
from appliance.status.resting import RestingScene
from appliance.status.search_scenes import SearchScene


def here(scene: Scene) -> SceneHere[Any]:
    """The scene with its row."""
    if isinstance(scene, RestingScene):
        return resting.row_of(scene)
    if isinstance(scene, ReaderScene):
        return reader.row_of(scene)
    if isinstance(scene, SearchScene):
        return search.row_of(scene)
    if isinstance(scene, GuardScene | SettingDate):
        return staff.row_of(scene)
    if isinstance(scene, BenchScene):
        return technician.row_of(scene)
    assert_never(scene)
