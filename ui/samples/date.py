"""Every variant of saying what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from appliance.model.clock import DateProblem, Mended
from appliance.status import Scene, SettingDate
from ui.samples.staff import GUARD, LIBRARIAN

_AT = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)

SAMPLES: list[tuple[str, Scene]] = [
    ("setting_date", SettingDate(_AT, GUARD)),
    ("setting_date_second", SettingDate(_AT, None, GUARD)),
    ("setting_date_same_badge", SettingDate(_AT, None, GUARD, DateProblem.SAME_BADGE)),
    ("setting_date_confirm", SettingDate(_AT, LIBRARIAN, GUARD)),
    ("setting_date_late", SettingDate(_AT, LIBRARIAN, problem=DateProblem.TOO_LATE)),
    ("setting_date_believed", SettingDate(_AT, GUARD, off_since=date(2026, 11, 20))),
    ("setting_date_done", SettingDate(_AT, LIBRARIAN, GUARD, mended=Mended(12, 1))),
    ("setting_date_done_nothing", SettingDate(_AT, LIBRARIAN, GUARD, mended=Mended())),
    (
        "setting_date_before",
        SettingDate(_AT, GUARD, None, DateProblem.BEFORE_JOURNAL, date(2026, 12, 24)),
    ),
]
