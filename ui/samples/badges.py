"""Every variant of issuing a badge anew; codes and PINs are invented."""

from __future__ import annotations

from dataclasses import replace

from appliance.model import Language, Role, Staff, StaffId
from appliance.model.staff_events import BadgeProblem
from appliance.status import BadgeIssued, HolderChoice, ReissuingBadge, Scene, SlipProgress
from ui.samples.staff import GUARD, LIBRARIAN

TECHNICIAN = Staff(StaffId(3), 9, "ហេង សុវណ្ណារិទ្ធ", Role.TECHNICIAN, Language.KM)
_OTHER = Staff(StaffId(4), 10, "Vannak Christopher Sovannarith Ouk", Role.GUARD, Language.EN)
_CODE = "G000007QK3ZTA"

_CHOICE = ReissuingBadge(
    TECHNICIAN,
    choices=(
        HolderChoice(GUARD, is_dead=True),
        HolderChoice(LIBRARIAN, is_dead=False),
        HolderChoice(_OTHER, is_dead=False),
    ),
    pages=2,
)
_WAITING = ReissuingBadge(None, GUARD)
_SECOND = ReissuingBadge(LIBRARIAN, GUARD, TECHNICIAN)

SAMPLES: list[tuple[str, Scene]] = [
    ("reissuing_choice", _CHOICE),
    ("reissuing_first", _WAITING),
    ("reissuing_confirm", ReissuingBadge(TECHNICIAN, LIBRARIAN)),
    ("reissuing_second", replace(_WAITING, first=TECHNICIAN)),
    ("reissuing_second_confirm", _SECOND),
    ("reissuing_making", replace(_SECOND, making=True)),
    *(
        (f"reissuing_{problem}", replace(_WAITING, first=TECHNICIAN, problem=problem))
        for problem in (BadgeProblem.SAME_BADGE, BadgeProblem.HOLDERS_OWN, BadgeProblem.TWO_LIBRARIANS)
    ),
    ("reissuing_too_late", ReissuingBadge(LIBRARIAN, GUARD, problem=BadgeProblem.TOO_LATE)),
    ("reissuing_not_made", replace(_SECOND, problem=BadgeProblem.NOT_MADE)),
    ("badge_issued_printing", BadgeIssued(GUARD, SlipProgress.PRINTING)),
    ("badge_issued_pin", BadgeIssued(GUARD, SlipProgress.PRINTED, pin="482913")),
    ("badge_issued_no_paper", BadgeIssued(LIBRARIAN, SlipProgress.FAILED, _CODE)),
]
