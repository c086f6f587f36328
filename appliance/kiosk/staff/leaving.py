"""How staff leave: signed out, with a reader's basket back where a badge had interrupted it."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.kiosk.reader import basket
from appliance.kiosk.turn import Turn
from appliance.model import Reader


def sign_out(context: DeskContext, turn: Turn, _scene: object) -> None:
    """The desk, or the sign-in, is closed; a basket that was open before is there again, as it was."""
    kept = turn.kept
    if kept is None:
        turn.end()
        return
    hand_back(turn, kept.reader)
    turn.go_to(kept)
    basket.keep_dates_true(context, turn)


def hand_back(turn: Turn, reader: Reader) -> None:
    """The reader stands here: staff are signed out, and the screen speaks to the reader again."""
    turn.language_chosen = turn.readers_choice is not None
    turn.language = turn.readers_choice or reader.language
    turn.staff = turn.signed_in_at_s = turn.since_sign_in = None
    turn.request_here = turn.readers_choice = turn.kept = None
    turn.date_asked = turn.badge_asked = turn.new_badge = None
    turn.pin, turn.wants_badge = "", False


def card_again(context: DeskContext, turn: Turn, scene: object, reader: Reader) -> None:
    """A card before a sign-in or a desk closes it. Whose session it had interrupted goes on as they were."""
    request = context.store.requests.waiting(turn.request_here) if turn.request_here else None
    if turn.kept is not None and turn.kept.reader.id == reader.id:
        sign_out(context, turn, scene)
    elif request is not None and request.reader.id == reader.id:
        hand_back(turn, reader)
        basket.welcome(context, turn, reader)
    else:
        basket.begin(context, turn, scene, reader)
