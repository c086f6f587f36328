"""Nobody touches anything: every scene ends by itself, and says so in its last seconds."""

from __future__ import annotations

import math

from appliance.kiosk.turn import Turn
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

WARNING_S = 10

_LASTS_S: dict[type[Scene], float] = {
    Attract: math.inf,
    OutOfService: math.inf,
    Home: 60,
    Identify: 30,
    Basket: 45,
    # The guard has to come over; the request itself waits on when the screen is given up.
    AwaitingApproval: 120,
    Approved: 20,
    Declined: 20,
    Returning: 30,
    Searching: 60,
    TitlePage: 60,
    MyBooks: 45,
    SlipBooks: 20,
    GuardSignIn: 30,
    GuardDesk: 90,
    Bench: 90,
    # A technician walks to the printer, looks for a label, takes a photograph.
    BenchCode: 180,
    ScanTrial: 180,
    SlipTrial: 180,
    TouchTrial: 180,
    SoundTrial: 180,
    # Two people look at a calendar; the second one has 60 seconds to come.
    SettingDate: 90,
    Refused: 15,
}


def left_s(turn: Turn, uptime_s: float) -> float:
    """Seconds until this scene ends by itself; infinite for the two that never do."""
    return turn.touched_at_s + _LASTS_S[type(turn.scene)] - uptime_s


def warning_s(turn: Turn, uptime_s: float) -> int | None:
    """What the countdown shows; nothing on the home screen, where nobody has anything to lose."""
    left = left_s(turn, uptime_s)
    if isinstance(turn.scene, Home) or left > WARNING_S:
        return None
    return max(0, math.ceil(left))
