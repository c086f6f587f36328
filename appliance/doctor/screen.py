"""Whether there is a screen on its cable, large enough, that can be touched."""

from __future__ import annotations

from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import ScreenHealth

LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 800, 480


def check(screen: ScreenHealth) -> Finding:
    if screen.connected is None or screen.touch_panels is None:
        return Finding(Check.SCREEN, Verdict.UNKNOWN, Cause.SCREEN_NOT_TOLD)
    if screen.connected == 0:
        return Finding(Check.SCREEN, Verdict.BAD, Cause.SCREEN_DARK)
    size = (("width_px", screen.width_px), ("height_px", screen.height_px), ("driver", screen.driver))
    if screen.touch_panels == 0:
        return Finding(Check.SCREEN, Verdict.BAD, Cause.SCREEN_NO_TOUCH, size)
    # A screen that stands upright is as large as one that lies.
    longer, shorter = sorted((screen.width_px, screen.height_px), reverse=True)
    if longer < LEAST_WIDTH_PX or shorter < LEAST_HEIGHT_PX:
        return Finding(Check.SCREEN, Verdict.WATCH, Cause.SCREEN_SMALL, size)
    return Finding(Check.SCREEN, Verdict.GOOD, Cause.SCREEN_READY, size)
