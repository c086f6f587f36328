"""What is shown: one frozen status, of which the screen is a function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from appliance.model import ALL_WELL, Devices, Language, Refusal
from appliance.model.clock import Doubt
from appliance.status.badge_scenes import *
from appliance.status.badge_scenes import BadgeScene
from appliance.status.bench_scenes import *
from appliance.status.bench_scenes import BenchScene
from appliance.status.date_scenes import *
from appliance.status.date_scenes import SettingDate
from appliance.status.guard_scenes import *
from appliance.status.guard_scenes import GuardScene, SinceSignIn
from appliance.status.reader_scenes import *
from appliance.status.reader_scenes import ReaderScene
from appliance.status.resting import *
from appliance.status.resting import RestingScene
from appliance.status.search_scenes import *
from appliance.status.search_scenes import SearchScene

Scene = RestingScene | ReaderScene | SearchScene | GuardScene | SettingDate | BadgeScene | BenchScene
"""A new scene is one more class in one of these modules, and in its union there."""


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
    since_sign_in: SinceSignIn | None = None
    """For who has just signed in, if there is anything to tell."""
    date_doubt: Doubt | None = None
    """Two members of staff should say what day it is; lending goes on."""
    off_since: date | None = None
    """The date is believed after a time without power since this day; somebody of the staff should look."""
