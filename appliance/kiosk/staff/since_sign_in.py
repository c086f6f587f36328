"""What happened since this member of staff was here last, told once at their sign-in."""

from __future__ import annotations

from appliance.people.pins import PinTry
from appliance.status import SinceSignIn


def since_sign_in(pin_try: PinTry) -> SinceSignIn | None:
    """After the right PIN; None when there is nothing to tell."""
    wrong_pins = pin_try.failures - 1  # the right one was counted, too, before it was looked at
    return SinceSignIn(wrong_pins) if wrong_pins > 0 else None
