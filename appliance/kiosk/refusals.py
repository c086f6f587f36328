"""Showing a refusal over whatever was on the screen, and taking it away again."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.turn import Turn
from appliance.model import Reason, Refusal
from appliance.status import Basket, GuardDesk, MyBooks, Refused, Returning


def refuse(turn: Turn, refusal: Refusal) -> None:
    """Show why not: inside the scene if it has room for it, else on a screen of its own."""
    match turn.scene:
        case Basket() | Returning() | MyBooks() | GuardDesk() as scene:
            turn.scene = replace(scene, refusal=refusal)
        case scene:
            turn.before = turn.before if isinstance(scene, Refused) else scene
            turn.scene = Refused(refusal)


def refuse_for(turn: Turn, *reasons: Reason) -> None:
    refuse(turn, Refusal(reasons))


def clear(turn: Turn) -> None:
    """Take a shown refusal away: the next scan or touch has made it old."""
    match turn.scene:
        case (Basket() | Returning() | MyBooks() | GuardDesk()) as scene if scene.refusal is not None:
            turn.scene = replace(scene, refusal=None)
        case Refused() if turn.before is not None:
            turn.scene, turn.before = turn.before, None
