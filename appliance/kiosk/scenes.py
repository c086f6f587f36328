"""The table of scenes: which row belongs to which scene. A scene that has none does not pass mypy."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.table import reader, staff, technician
from appliance.kiosk.table.row import SceneHere
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    Bench,
    BenchCode,
    Declined,
    GuardDesk,
    GuardSignIn,
    Home,
    Identify,
    MyBooks,
    OutOfService,
    Returning,
    ScanTrial,
    Scene,
    Searching,
    SettingDate,
    SlipBooks,
    SlipTrial,
    SoundTrial,
    TitlePage,
    TouchTrial,
)


def here(scene: Scene) -> SceneHere[Any]:  # noqa: PLR0912 - one branch a scene is the point
    """The scene with its row."""
    match scene:
        case Attract():
            return SceneHere(reader.ATTRACT, scene)
        case Home():
            return SceneHere(reader.HOME, scene)
        case Identify():
            return SceneHere(reader.IDENTIFY, scene)
        case Basket():
            return SceneHere(reader.BASKET, scene)
        case AwaitingApproval():
            return SceneHere(reader.AWAITING_APPROVAL, scene)
        case Approved():
            return SceneHere(reader.APPROVED, scene)
        case Declined():
            return SceneHere(reader.DECLINED, scene)
        case Returning():
            return SceneHere(reader.RETURNING, scene)
        case Searching():
            return SceneHere(reader.SEARCHING, scene)
        case TitlePage():
            return SceneHere(reader.TITLE_PAGE, scene)
        case MyBooks():
            return SceneHere(reader.MY_BOOKS, scene)
        case SlipBooks():
            return SceneHere(reader.SLIP_BOOKS, scene)
        case OutOfService():
            return SceneHere(reader.OUT_OF_SERVICE, scene)
        case GuardSignIn():
            return SceneHere(staff.GUARD_SIGN_IN, scene)
        case GuardDesk():
            return SceneHere(staff.GUARD_DESK, scene)
        case SettingDate():
            return SceneHere(staff.SETTING_DATE, scene)
        case Bench():
            return SceneHere(technician.BENCH, scene)
        case TouchTrial():
            return SceneHere(technician.TOUCH_TRIAL, scene)
        case BenchCode() | ScanTrial() | SlipTrial() | SoundTrial():
            return SceneHere(technician.TRIAL, scene)
    assert_never(scene)
