"""What the kiosk says aloud, in each language: the gettext domains `voice`, and `refusals` for reasons."""

from __future__ import annotations

from appliance.language import refusals
from appliance.language.voice.devices import DEVICES
from appliance.language.voice.scenes import SCENES
from appliance.language.words import translator
from appliance.model import Language, Reason
from appliance.model.speech import Phrase

_REASONS: dict[Phrase, str] = {Phrase[reason.name]: refusals.words_of(reason).spoken for reason in Reason}
"""A reason and its phrase bear one name."""
TEXTS: dict[Phrase, str] = SCENES | _REASONS | DEVICES


def spoken(phrase: Phrase, language: Language) -> str:
    """The words of `phrase` without the marks at Khmer word ends: a person or a machine reads them aloud."""
    domain = refusals.DOMAIN if phrase in _REASONS else "voice"
    return translator(language, domain)(TEXTS[phrase]).replace("\u200b", "")
