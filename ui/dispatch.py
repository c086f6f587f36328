"""Which screen shows which scene. Screens are imported when first needed: the first frame needs only one."""

from __future__ import annotations

from importlib import import_module
from typing import assert_never

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
    Refused,
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
from ui.screens.screen import KioskScreen

BUILD_ORDER = (
    "home",
    "identify",
    "basket",
    "searching",
    "title_page",
    "returning",
    "refused",
    "awaiting_approval",
    "approved",
    "my_books",
    "guard_sign_in",
    "guard_desk",
    "declined",
    "slip_books",
    "attract",
    "out_of_service",
    "bench",
    "bench_code",
    "scan_trial",
    "slip_trial",
    "touch_trial",
    "sound_trial",
    "setting_date",
)
"""Every screen, the soonest needed first."""


def screen_name(scene: Scene) -> str:  # noqa: PLR0912 - one branch a scene is the point
    """The name of the module in `ui.screens` whose screen shows `scene`."""
    match scene:
        case Attract():
            return "attract"
        case Home():
            return "home"
        case Identify():
            return "identify"
        case Basket():
            return "basket"
        case AwaitingApproval():
            return "awaiting_approval"
        case Approved():
            return "approved"
        case Declined():
            return "declined"
        case Returning():
            return "returning"
        case Searching():
            return "searching"
        case TitlePage():
            return "title_page"
        case MyBooks():
            return "my_books"
        case SlipBooks():
            return "slip_books"
        case GuardSignIn():
            return "guard_sign_in"
        case GuardDesk():
            return "guard_desk"
        case Bench():
            return "bench"
        case BenchCode():
            return "bench_code"
        case ScanTrial():
            return "scan_trial"
        case SlipTrial():
            return "slip_trial"
        case TouchTrial():
            return "touch_trial"
        case SoundTrial():
            return "sound_trial"
        case SettingDate():
            return "setting_date"
        case Refused():
            return "refused"
        case OutOfService():
            return "out_of_service"
    assert_never(scene)


def screen_class(name: str) -> type[KioskScreen]:
    """`my_books` -> `ui.screens.my_books.MyBooksScreen`."""
    class_name = "".join(part.capitalize() for part in name.split("_")) + "Screen"
    screen: type[KioskScreen] = getattr(import_module(f"ui.screens.{name}"), class_name)
    return screen
