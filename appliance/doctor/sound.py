"""Whether readers can hear the kiosk. Silence never stops a loan, so nothing here is worse than WATCH."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import Reach, SoundHealth

QUIETEST_PERCENT = 10
"""Below this a small loudspeaker is not heard in a room with people."""


def check(sound: SoundHealth | None) -> Finding:
    """`None`: the unit has no sound device."""
    if sound is None or sound.reach in (Reach.MISSING, Reach.NOT_ALLOWED, Reach.NO_SUPPORT):
        return Finding(Check.SOUND, Verdict.WATCH, Cause.SOUND_NO_DEVICE)
    if sound.reach is Reach.HELD:
        return Finding(Check.SOUND, Verdict.UNKNOWN, Cause.SOUND_HELD)
    figures = (("volume_percent", sound.volume_percent),)
    if sound.volume_percent < QUIETEST_PERCENT:
        return Finding(Check.SOUND, Verdict.WATCH, Cause.SOUND_OFF, figures)
    return Finding(Check.SOUND, Verdict.GOOD, Cause.SOUND_READY, figures)
