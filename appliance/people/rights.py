"""Which members of staff may do what together.

Two different people stand behind whatever could open the library to somebody (T17 of the threat list: a new
badge, a new PIN). A librarian may be a prisoner, so two librarians are not enough.
"""

from __future__ import annotations

from appliance.model import Role, Staff
from appliance.model.staff_events import BadgeProblem

_OF_PRISON = frozenset({Role.GUARD, Role.TECHNICIAN})


def why_not_first(first: Staff, holder: Staff) -> BadgeProblem | None:
    """Why `first` may not begin to issue the badge of `holder` anew; None when they may."""
    return BadgeProblem.HOLDERS_OWN if first.id == holder.id else None


def why_not_second(second: Staff, first: Staff, holder: Staff) -> BadgeProblem | None:
    """Why `second` may not finish what `first` began; None when they may."""
    if second.id == holder.id:
        return BadgeProblem.HOLDERS_OWN
    if second.id == first.id:
        return BadgeProblem.SAME_BADGE
    if {first.role, second.role}.isdisjoint(_OF_PRISON):
        return BadgeProblem.TWO_LIBRARIANS
    return None
