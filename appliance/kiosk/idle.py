"""Nobody touches anything: every scene ends by itself, and says so in its last seconds."""

from __future__ import annotations

import math

from appliance.kiosk.scenes import here
from appliance.kiosk.turn import Turn
from appliance.status import Home, Scene

SIGNED_IN_MOST_S = 900.0
"""However often somebody touches a desk: after a quarter of an hour a PIN is typed again."""
WARNING_S = 10
REFUSAL_LASTS_S = 15
"""Over a screen at which nobody in particular stands; over others it lasts as long as they do."""


def ends_at_s(turn: Turn) -> float:
    """The uptime at which this scene ends by itself; infinite for the two that never do."""
    row = here(turn.scene).row
    lasts_s = REFUSAL_LASTS_S if turn.refusal is not None and row.is_anybodys else row.lasts_s
    ends_at_s = turn.touched_at_s + lasts_s
    return (
        ends_at_s if turn.signed_in_at_s is None else min(ends_at_s, turn.signed_in_at_s + SIGNED_IN_MOST_S)
    )


def is_kept_by_scan(turn: Turn, before: Scene) -> bool:
    """Whether a scan that did something keeps the scene open. One that leads elsewhere always does."""
    row = here(turn.scene).row
    return row.kept_by_scans or here(before).row is not row


def warning_s(turn: Turn, uptime_s: float) -> int | None:
    """What the countdown shows; nothing on the home screen, where nobody has anything to lose."""
    left = ends_at_s(turn) - uptime_s
    if (isinstance(turn.scene, Home) and turn.refusal is None) or left > WARNING_S:
        return None
    return max(0, math.ceil(left))
