"""The rows of scenes for guards and librarians."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.reader import basket, slip_books
from appliance.kiosk.staff import badges, guard_desk, set_date, sign_in
from appliance.kiosk.table.row import SceneHere, SceneRow, nothing, one_step_back, says
from appliance.status import GuardDesk, GuardSignIn, SettingDate
from appliance.status.guard_scenes import GuardScene

GUARD_SIGN_IN: SceneRow[GuardSignIn] = SceneRow(
    lasts_s=30,
    touched=sign_in.touched,
    back=one_step_back,
    card=basket.begin,
    badge=badges.at_sign_in,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=sign_in.phrases,
)

GUARD_DESK: SceneRow[GuardDesk] = SceneRow(
    lasts_s=90,
    touched=guard_desk.touched,
    back=one_step_back,
    card=basket.begin,
    badge=badges.at_desk,
    book=guard_desk.locate,
    isbn=guard_desk.locate_only,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=guard_desk.phrases,
)

SETTING_DATE: SceneRow[SettingDate] = SceneRow(
    lasts_s=90,  # two people look at a calendar; the second one has 60 seconds to come
    touched=set_date.touched,
    back=one_step_back,
    card=basket.begin,
    badge=badges.at_date,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=says(),  # two members of staff read it to each other
)


def row_of(scene: GuardScene | SettingDate) -> SceneHere[Any]:
    """The scene with its row; a scene that has none does not pass mypy."""
    match scene:
        case GuardSignIn():
            return SceneHere(GUARD_SIGN_IN, scene)
        case GuardDesk():
            return SceneHere(GUARD_DESK, scene)
        case SettingDate():
            return SceneHere(SETTING_DATE, scene)
    assert_never(scene)
