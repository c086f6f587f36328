"""Which screen shows which scene. Screens are imported when first needed: the first frame needs only one."""

from __future__ import annotations

from importlib import import_module
from typing import assert_never

from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    BadgeIssued,
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
    ReissuingBadge,
    RequestNews,
    Returning,
    ScanTrial,
    Scene,
    Searching,
    SettingDate,
    Signs,
    SlipBooks,
    SlipTrial,
    SoundTrial,
    TitlePage,
    TouchTrial,
)
from ui.screens.screen import KioskScreen

SCAN_ANSWERS = (
    "reader.title_page",
    "reader.basket",
    "staff.guard_sign_in",
    "reader.slip_books",
)
"""What the first scan after a start may bring: built before the scanners are let in."""

BUILD_ORDER = (
    "reader.home",
    "reader.identify",
    "reader.searching",
    "reader.returning",
    "reader.awaiting_approval",
    "reader.approved",
    "reader.my_books",
    "staff.guard_desk",
    "reader.declined",
    "reader.request_news",
    "reader.attract",
    "reader.out_of_service",
    "reader.signs",
)
"""What else is built ahead, the soonest needed first."""

ON_DEMAND = (
    "technician.bench",
    "technician.bench_code",
    "technician.scan_trial",
    "technician.slip_trial",
    "technician.touch_trial",
    "technician.sound_trial",
    "staff.setting_date",
    "staff.reissuing_badge",
    "staff.badge_issued",
)
"""Built when it is shown: it would lie in 15 MB of memory for the few visits a year that need it."""


def screen_name(scene: Scene) -> str:  # noqa: PLR0912 - one branch a scene is the point
    """The name of the module in `ui.screens` whose screen shows `scene`."""
    match scene:
        case Attract():
            return "reader.attract"
        case Home():
            return "reader.home"
        case Identify():
            return "reader.identify"
        case Basket():
            return "reader.basket"
        case AwaitingApproval():
            return "reader.awaiting_approval"
        case Approved():
            return "reader.approved"
        case Declined():
            return "reader.declined"
        case RequestNews():
            return "reader.request_news"
        case Returning():
            return "reader.returning"
        case Searching():
            return "reader.searching"
        case TitlePage():
            return "reader.title_page"
        case MyBooks():
            return "reader.my_books"
        case SlipBooks():
            return "reader.slip_books"
        case GuardSignIn():
            return "staff.guard_sign_in"
        case GuardDesk():
            return "staff.guard_desk"
        case Bench():
            return "technician.bench"
        case BenchCode():
            return "technician.bench_code"
        case ScanTrial():
            return "technician.scan_trial"
        case SlipTrial():
            return "technician.slip_trial"
        case TouchTrial():
            return "technician.touch_trial"
        case SoundTrial():
            return "technician.sound_trial"
        case ReissuingBadge():
            return "staff.reissuing_badge"
        case BadgeIssued():
            return "staff.badge_issued"
        case SettingDate():
            return "staff.setting_date"
        case Signs():
            return "reader.signs"
        case OutOfService():
            return "reader.out_of_service"
    assert_never(scene)


def screen_class(name: str) -> type[KioskScreen]:
    """`reader.my_books` -> `ui.screens.reader.my_books.MyBooksScreen`."""
    class_name = "".join(part.capitalize() for part in name.rpartition(".")[2].split("_")) + "Screen"
    screen: type[KioskScreen] = getattr(import_module(f"ui.screens.{name}"), class_name)
    return screen
