"""Refusals over the scenes that they are seen on: every reason alone, and several at once."""

from __future__ import annotations

from datetime import timedelta

from appliance.language.refusals import words_of
from appliance.model import Objection, Reason, Refusal
from ui.samples.reader import COPIES, TODAY

_NOT_NAMED = (
    Reason.UNKNOWN_CODE,
    Reason.TRADE_CODE,
    Reason.TWO_CODES_AT_ONCE,
    Reason.UNREADABLE_SCAN,
    Reason.OTHER_SIDE,
    Reason.UNKNOWN_CARD,
    Reason.ENOUGH_SLIPS,
    Reason.WAIT_TO_SCAN,
)


_IN_FULL = tuple(reason for reason in Reason if words_of(reason).says_more is not None)
"""They are seen with a day or a number."""


def _over(*objections: Objection, copy: int = 5) -> Refusal:
    return Refusal(objections, COPIES[copy])


def _in_full(reason: Reason) -> Objection:
    """With the fact that its words tell."""
    if "{limit}" in (words_of(reason).says_more or ""):
        return Objection(reason, limit=18)
    if "{seconds}" in (words_of(reason).says_more or ""):
        return Objection(reason, wait_s=30)
    return Objection(reason, TODAY + timedelta(days=11))


_BLOCKED = Objection(Reason.READER_BLOCKED, TODAY + timedelta(days=11))
_ON_LOAN = Objection(Reason.ON_LOAN, TODAY + timedelta(days=5))
_LIMIT = Objection(Reason.LIMIT_REACHED, limit=5)

SAMPLES: dict[str, tuple[str, Refusal]] = {
    "basket_refused_on_loan": ("basket_three", _over(_ON_LOAN)),
    "basket_refused_limit": ("basket_full", _over(_LIMIT)),
    "basket_refused_for_six_reasons": (
        "basket_empty",
        _over(
            _BLOCKED,
            Objection(Reason.OVERDUE_LOANS),
            _LIMIT,
            _ON_LOAN,
            Objection(Reason.ASKED_BY_ANOTHER),
            Objection(Reason.COPY_WITHDRAWN),
            copy=0,
        ),
    ),
    "returning_refused": ("returning_two", _over(Objection(Reason.NOT_ON_LOAN))),
    "my_books_refused": (
        "my_books_two",
        _over(Objection(Reason.NO_RENEWAL_LEFT), Objection(Reason.RENEWED_TODAY), copy=1),
    ),
    "guard_desk_refusal": ("guard_desk_pages", _over(_ON_LOAN, _BLOCKED, copy=4)),
    "title_page_refused": ("title_page_scanned", Refusal((Objection(Reason.UNKNOWN_CODE),))),
    "identify_refused_pause": (
        "identify_borrow",
        Refusal((Objection(Reason.UNKNOWN_CARD), Objection(Reason.WAIT_TO_SCAN, wait_s=30))),
    ),
    "attract_refused": ("attract", Refusal((Objection(Reason.UNKNOWN_CARD),))),
    **{f"refused_{reason}": ("home", Refusal((Objection(reason),))) for reason in _NOT_NAMED},
    **{
        f"refused_{reason}": ("home", _over(Objection(reason)))
        for reason in Reason
        if reason not in _NOT_NAMED
    },
    **{f"refused_{reason}_in_full": ("home", _over(_in_full(reason))) for reason in _IN_FULL},
}
"""Name -> the sample below it, and the refusal."""
