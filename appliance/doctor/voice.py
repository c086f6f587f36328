"""Whether the kiosk speaks Khmer: a phrase that nobody recorded is only a short sound."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import VoiceHealth


def check(voice: VoiceHealth) -> Finding:
    figures = (("recorded", voice.recorded), ("phrases", voice.phrases))
    if voice.recorded < voice.phrases:
        return Finding(Check.SOUND, Verdict.WATCH, Cause.VOICE_PARTLY, figures)
    return Finding(Check.SOUND, Verdict.GOOD, Cause.VOICE_WHOLE, figures)
