"""Every reason for a refusal, in pictures, on the screen and aloud: side by side, so that they say the same.

Aloud is said kindly why not and what to do about it, never a name, a title or a number. The gettext domain is
`refusals`. A reason that has no words in `of_codes` or `of_lending` does not pass mypy.
"""

from __future__ import annotations

from appliance.language.refusals import of_codes, of_lending
from appliance.language.refusals.reason_words import ReasonWords
from appliance.model import Reason

__all__ = ["DOMAIN", "ReasonWords", "words_of"]

DOMAIN = "refusals"


def words_of(reason: Reason) -> ReasonWords:
    """English texts, to be looked up in the domain `refusals`."""
    match reason:
        case (
            Reason.UNKNOWN_CODE
            | Reason.TRADE_CODE
            | Reason.TWO_CODES_AT_ONCE
            | Reason.UNREADABLE_SCAN
            | Reason.OTHER_SIDE
            | Reason.UNKNOWN_CARD
            | Reason.LIBRARY_LABEL_NEEDED
            | Reason.LABEL_TO_RETURN
            | Reason.THIS_IS_A_SLIP
            | Reason.ENOUGH_SLIPS
            | Reason.NOT_WAITING
            | Reason.WAIT_TO_SCAN
        ):
            return of_codes.words_of(reason)
        case _:
            return of_lending.words_of(reason)
