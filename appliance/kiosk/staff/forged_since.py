"""Forged codes since a member of staff was here: one line at their sign-in."""

from __future__ import annotations

from appliance.kiosk.context import DeskContext
from appliance.model import Staff

MANY = 5
"""Fewer are somebody's mistake; they are told with those that follow."""


def forged_codes_since(context: DeskContext, staff: Staff) -> int:
    """How many this one was not told of yet, if they are many; now they are."""
    count = context.store.forged_codes.not_told(staff.id)
    if count < MANY:
        return 0
    with context.store.transaction():
        context.store.forged_codes.tell(staff.id)
    return count
