"""An objection in the words of one language."""

from __future__ import annotations

from appliance.language import refusals
from appliance.language.words import translator
from appliance.model import Objection, Reason
from ui.wording import Wording


def said(objection: Objection, wording: Wording) -> str:
    """What the reason says, with its day or number where the objection has it."""
    words, say = refusals.words_of(objection.reason), translator(wording.language, refusals.DOMAIN)
    if words.says_more is not None and objection.limit is not None:
        return say(words.says_more).format(limit=wording.number(objection.limit))
    if words.says_more is not None and objection.until is not None:
        return say(words.says_more).format(day=wording.day_short(objection.until))
    if words.says_more is not None and objection.wait_s is not None:
        return say(words.says_more).format(seconds=wording.number(objection.wait_s))
    return say(words.says)


def advised(reason: Reason, wording: Wording) -> str:
    return translator(wording.language, refusals.DOMAIN)(refusals.words_of(reason).advice)
