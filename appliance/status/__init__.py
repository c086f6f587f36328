"""What is shown: one frozen status, of which the screen is a function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appliance.model import ALL_WELL, Devices, Language, Refusal
from appliance.model.clock import Doubt
from appliance.status.bench_scenes import (
    TARGETS,
    Bench,
    BenchCode,
    BenchScene,
    ScanHeard,
    ScanTrial,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Trial,
)
from appliance.status.date_scenes import DatePart, SettingDate
from appliance.status.guard_scenes import GuardDesk, GuardSignIn, SignInTrouble, Whereabouts
from appliance.status.reader_scenes import (
    Approved,
    AwaitingApproval,
    Basket,
    BasketLine,
    Declined,
    Identify,
    MyBooks,
    Purpose,
    Returning,
    ReturnLine,
    SlipBooks,
    SlipProgress,
)
from appliance.status.resting import Attract, Home, OutOfService, OutOfServiceReason
from appliance.status.search_scenes import Searching, TitlePage

Scene = (
    Attract
    | Home
    | Identify
    | Basket
    | AwaitingApproval
    | Approved
    | Declined
    | Returning
    | Searching
    | TitlePage
    | MyBooks
    | SlipBooks
    | GuardSignIn
    | GuardDesk
    | BenchScene
    | SettingDate
    | OutOfService
)


@dataclass(frozen=True, slots=True)
class Status:
    """All that a screen needs. `leaving_in_s` counts down the last seconds before an idle session ends."""

    session: int
    scene: Scene
    language: Language
    today: date
    devices: Devices = ALL_WELL
    refusal: Refusal | None = None
    """Lies over the scene until it is understood; the scene below is as it was."""
    leaving_in_s: int | None = None
    date_doubt: Doubt | None = None
    """Two members of staff should say what day it is; lending goes on."""


__all__ = [
    "TARGETS",
    "Approved",
    "Attract",
    "AwaitingApproval",
    "Basket",
    "BasketLine",
    "Bench",
    "BenchCode",
    "BenchScene",
    "DatePart",
    "Declined",
    "GuardDesk",
    "GuardSignIn",
    "Home",
    "Identify",
    "MyBooks",
    "OutOfService",
    "OutOfServiceReason",
    "Purpose",
    "ReturnLine",
    "Returning",
    "ScanHeard",
    "ScanTrial",
    "Scene",
    "Searching",
    "SettingDate",
    "SignInTrouble",
    "SlipBooks",
    "SlipProgress",
    "SlipTrial",
    "SoundTrial",
    "Status",
    "TitlePage",
    "TouchTrial",
    "Trial",
    "Whereabouts",
]
