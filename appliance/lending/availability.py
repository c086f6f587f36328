"""What anybody can expect of a copy now, whoever they are: the one place where it is decided."""

from __future__ import annotations

from collections.abc import Iterable

from appliance.model import Availability, Copy, CopyKind, CopyLine, CopyState
from appliance.ports import CopyFacts, CopyStanding

_BEST_FIRST = (
    Availability.AVAILABLE,
    Availability.READING_ROOM,
    Availability.TO_BE_SHELVED,
    Availability.ASKED_FOR,
    Availability.ON_LOAN,
    Availability.ABSENT,
)


def is_lent_out(kind: CopyKind) -> bool:
    """A reference copy stays in the reading room, whatever the rules of a site say of its readers."""
    return kind is not CopyKind.REFERENCE


def availability(standing: CopyStanding, *, in_hand: bool = False) -> Availability:
    """What can be expected of a copy. `in_hand`: it was scanned just now, so one taken for lost is here."""
    if standing.is_lent and not (standing.is_brought and in_hand):
        return Availability.TO_BE_SHELVED if standing.is_brought else Availability.ON_LOAN
    if standing.state is CopyState.WITHDRAWN or (standing.state is CopyState.LOST and not in_hand):
        return Availability.ABSENT
    if standing.is_asked_for:
        return Availability.ASKED_FOR
    return Availability.AVAILABLE if is_lent_out(standing.kind) else Availability.READING_ROOM


def standing_of(copy: Copy, facts: CopyFacts) -> CopyStanding:
    is_lent, is_asked_for = facts.lent_to is not None, facts.asked_by is not None
    return CopyStanding(copy.kind, copy.state, is_lent, is_asked_for, facts.brought)


def copy_line(copy: Copy, facts: CopyFacts, *, in_hand: bool = False) -> CopyLine:
    due_on = None if facts.brought else facts.due_on
    return CopyLine(copy, availability(standing_of(copy, facts), in_hand=in_hand), due_on)


def best_of(standings: Iterable[CopyStanding]) -> Availability:
    """A title is as good as its best copy; without any it is absent."""
    found = {availability(standing) for standing in standings}
    return next((one for one in _BEST_FIRST if one in found), Availability.ABSENT)
