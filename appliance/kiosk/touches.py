"""What a touch means: some buttons mean the same on every scene, the others what the scene's row says."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.refusals import clear, understood
from appliance.kiosk.scenes import here
from appliance.kiosk.turn import Turn
from appliance.messages import ChooseLanguage, Command, GoBack, GoHome, SayAgain, Wake
from appliance.status import Attract


def touched(context: DeskContext, turn: Turn, command: Command) -> None:
    """Do what was touched."""
    match command:
        case GoHome() if turn.kept is not None:
            clear(turn)
            here(turn.scene).back(context, turn)  # staff leave: the reader's basket is there again
        case GoHome():
            turn.end()
        case Wake():
            _wake(turn)
        case SayAgain():
            pass  # `voice.announce` speaks; the screen stays as it is
        case ChooseLanguage(language):
            _wake(turn)
            turn.language, turn.language_chosen = language, True
        case GoBack() if turn.refusal is not None:
            understood(turn)
        case GoBack():
            here(turn.scene).back(context, turn)
        case _:
            clear(turn)
            turn.since_sign_in = None
            here(turn.scene).touched(context, turn, command)


def _wake(turn: Turn) -> None:
    """Somebody is there. That alone keeps a session; only the attract screen gives way."""
    if isinstance(turn.scene, Attract):
        turn.end()
