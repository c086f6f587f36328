"""What became of a request while its reader was away: shown once, and then they go on."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import basket
from appliance.kiosk.turn import Turn
from appliance.model import Copy, Reader
from appliance.status import RequestNews


def go_on(context: DeskContext, turn: Turn, scene: RequestNews) -> None:
    """The news are understood."""
    basket.welcome(context, turn, scene.reader, scene.held, scene.purpose)


def go_on_by_card(context: DeskContext, turn: Turn, scene: RequestNews, reader: Reader) -> None:
    """Their own card again means the same as the button."""
    if reader.id == scene.reader.id:
        go_on(context, turn, scene)
    else:
        basket.begin(context, turn, scene, reader)


def go_on_with_book(context: DeskContext, turn: Turn, scene: RequestNews, copy: Copy) -> None:
    """Who scans on has read enough."""
    basket.welcome(context, turn, scene.reader, copy)
