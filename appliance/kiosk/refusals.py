"""Showing a refusal over whatever is on the screen, and taking it away again."""

from __future__ import annotations

from appliance.kiosk.turn import Turn
from appliance.model import Reason, Refusal, refusal_for
from appliance.status import Attract


def refuse(turn: Turn, refusal: Refusal) -> None:
    """Show why not; the scene below stays as it is."""
    turn.refusal = refusal


def refuse_for(turn: Turn, *reasons: Reason) -> None:
    refuse(turn, refusal_for(*reasons))


def clear(turn: Turn) -> None:
    """Take a shown refusal away: the next scan or touch has made it old."""
    turn.refusal = None


def understood(turn: Turn) -> None:
    """Its button was touched. Who did so wants something, so the kiosk does not go back to sleep."""
    clear(turn)
    if isinstance(turn.scene, Attract):
        turn.end()
