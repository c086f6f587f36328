"""The codes on slips: as they are printed now, as they were printed before they had a key, and made up."""

from __future__ import annotations

from stdnum.iso7064 import mod_37_36

from appliance.model import RequestId
from appliance.paper.codes import slip_code
from tests.flows.storyboard import Storyboard


def code_of(story: Storyboard, request_id: int) -> str:
    """What this library prints on the slip of that request."""
    return slip_code(story.library.card_key, RequestId(request_id))


def old_code(request_id: int) -> str:
    """What every library printed on it before: anybody can make one."""
    body = f"L{request_id:07d}"
    return body + str(mod_37_36.calc_check_digit(body))


def forged_code(story: Storyboard, request_id: int) -> str:
    """A guess: the right form, and the wrong digits."""
    code = code_of(story, request_id)
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def no_slip_has_a_key_yet(story: Storyboard) -> None:
    """As in a library whose slips were all printed before an update."""
    story.store.connection.execute(
        "UPDATE site SET value = (SELECT max(id) FROM request) WHERE name = 'last_slip_without_key'"
    )
