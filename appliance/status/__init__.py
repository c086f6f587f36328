"""What is shown: one frozen status, of which the screen is a function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appliance.model import ALL_WELL, Devices, Language
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
from appliance.status.guard_scenes import GuardDesk, GuardSignIn, SignInTrouble, Whereabouts
from appliance.status.reader_scenes import (
    Approved,
    AwaitingApproval,
    Basket,
    BasketLine,
    Declined,
    Identify,
    LoanLine,
    MyBooks,
    Purpose,
    Returning,
    ReturnLine,
    SlipBooks,
    SlipProgress,
)
from appliance.status.resting import Attract, Home, OutOfService, OutOfServiceReason, Refused
from appliance.status.search_scenes import CopyLine, Hit, Searching, TitlePage

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
    | Refused
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
    leaving_in_s: int | None = None


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
    "CopyLine",
    "Declined",
    "GuardDesk",
    "GuardSignIn",
    "Hit",
    "Home",
    "Identify",
    "LoanLine",
    "MyBooks",
    "OutOfService",
    "OutOfServiceReason",
    "Purpose",
    "Refused",
    "ReturnLine",
    "Returning",
    "ScanHeard",
    "ScanTrial",
    "Scene",
    "Searching",
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
