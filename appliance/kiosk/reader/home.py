"""The four tiles, and the sign that explains the others."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import search
from appliance.kiosk.turn import Turn
from appliance.messages import AskForCard, Command, ShowSigns, StartReturning, StartSearching
from appliance.status import Home, Identify, Returning, Signs


def touched(context: DeskContext, turn: Turn, _scene: Home, command: Command) -> None:
    match command:
        case AskForCard(purpose):
            turn.go_to(Identify(purpose))
        case StartReturning():
            turn.go_to(Returning())
        case ShowSigns():
            turn.open(Signs())
        case StartSearching():
            search.start(context, turn)
        case _:
            turn.unforeseen = command
