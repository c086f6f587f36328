"""The rows of scenes for guards and librarians."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.reader import slip_books
from appliance.kiosk.staff import badges, guard_desk, leaving, new_badge, reissue, set_date, sign_in
from appliance.kiosk.table.row import SceneHere, SceneRow, nothing, says
from appliance.model.speech import Phrase
from appliance.status import BadgeIssued, GuardDesk, GuardSignIn, ReissuingBadge, SettingDate
from appliance.status.badge_scenes import BadgeScene
from appliance.status.guard_scenes import GuardScene

GUARD_SIGN_IN: SceneRow[GuardSignIn] = SceneRow(
    lasts_s=30,
    touched=sign_in.touched,
    back=leaving.sign_out,
    card=leaving.card_again,
    badge=badges.at_sign_in,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=sign_in.phrases,
)

GUARD_DESK: SceneRow[GuardDesk] = SceneRow(
    lasts_s=90,
    touched=guard_desk.touched,
    back=leaving.sign_out,
    card=leaving.card_again,
    badge=badges.at_desk,
    book=guard_desk.locate,
    isbn=guard_desk.locate_only,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    kept_by_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=guard_desk.phrases,
)

SETTING_DATE: SceneRow[SettingDate] = SceneRow(
    lasts_s=90,  # two people look at a calendar; the second one has 60 seconds to come
    touched=set_date.touched,
    back=leaving.sign_out,
    card=leaving.card_again,
    badge=badges.at_date,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=says(),  # two members of staff read it to each other
)


REISSUING_BADGE: SceneRow[ReissuingBadge] = SceneRow(
    lasts_s=90,
    touched=reissue.touched,
    back=leaving.sign_out,
    card=leaving.card_again,
    badge=badges.at_reissue,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.REISSUING_BADGE),
)

BADGE_ISSUED: SceneRow[BadgeIssued] = SceneRow(
    lasts_s=120,  # paper is torn off, the two step aside, the holder learns six digits
    touched=new_badge.touched,
    back=leaving.sign_out,
    card=nothing,  # a scan in passing does not take away what is shown only once
    badge=nothing,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.BADGE_ISSUED),
)


def row_of(scene: GuardScene | SettingDate | BadgeScene) -> SceneHere[Any]:
    """The scene with its row; a scene that has none does not pass mypy."""
    match scene:
        case GuardSignIn():
            return SceneHere(GUARD_SIGN_IN, scene)
        case GuardDesk():
            return SceneHere(GUARD_DESK, scene)
        case SettingDate():
            return SceneHere(SETTING_DATE, scene)
        case ReissuingBadge():
            return SceneHere(REISSUING_BADGE, scene)
        case BadgeIssued():
            return SceneHere(BADGE_ISSUED, scene)
    assert_never(scene)
