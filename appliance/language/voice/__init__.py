"""What the kiosk says aloud, in each language: the gettext domain `voice`."""

from __future__ import annotations

from appliance.language.voice.devices import DEVICES
from appliance.language.voice.refusals import REFUSALS
from appliance.language.voice.scenes import SCENES
from appliance.language.words import translator
from appliance.model import Language
from appliance.model.speech import Phrase

TEXTS: dict[Phrase, str] = SCENES | REFUSALS | DEVICES


def spoken(phrase: Phrase, language: Language) -> str:
    """The words of `phrase` without the marks at Khmer word ends: a person or a machine reads them aloud."""
    return translator(language, "voice")(TEXTS[phrase]).replace("\u200b", "")
