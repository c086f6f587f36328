"""What can be expected of a copy and of a title: every case there is, read from one table."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appliance.lending.availability import availability, best_of, copy_line, is_lent_out
from appliance.model import Availability, CopyKind, CopyLine, CopyState
from appliance.ports import CopyFacts, CopyStanding
from tests.appliance.lending.people_and_books import DARA, SOPHEA, TODAY, copy

STANDINGS = [CopyStanding(*each) for each in product(CopyKind, CopyState, (False, True), (False, True))]
STANDINGS += [replace(each, is_brought=True) for each in STANDINGS if each.is_lent]
DUE = TODAY + timedelta(days=5)


def expected(standing: CopyStanding, in_hand: bool) -> Availability:
    """The same by a table of our own: lent, then gone, then asked for, then where it may be read."""
    gone = {CopyState.IN_USE: False, CopyState.LOST: not in_hand, CopyState.WITHDRAWN: True}
    brought = standing.is_brought
    cases = {
        Availability.TO_BE_SHELVED: brought and not in_hand,
        Availability.ON_LOAN: standing.is_lent and not brought,
        Availability.ABSENT: gone[standing.state],
        Availability.ASKED_FOR: standing.is_asked_for,
        Availability.READING_ROOM: standing.kind is CopyKind.REFERENCE,
        Availability.AVAILABLE: True,
    }
    return next(answer for answer, holds in cases.items() if holds)


@pytest.mark.parametrize("in_hand", [False, True])
@pytest.mark.parametrize("standing", STANDINGS, ids=str)
def test_every_standing_has_its_availability(standing: CopyStanding, in_hand: bool) -> None:
    assert availability(standing, in_hand=in_hand) is expected(standing, in_hand)


def test_a_copy_is_not_in_the_hand_unless_it_was_scanned() -> None:
    lost = CopyStanding(CopyKind.BOOK, CopyState.LOST, False, False)
    assert availability(lost) is Availability.ABSENT
    assert copy_line(copy(state=CopyState.LOST), CopyFacts()).availability is Availability.ABSENT


def test_only_a_reference_copy_never_leaves_the_room() -> None:
    assert {kind for kind in CopyKind if not is_lent_out(kind)} == {CopyKind.REFERENCE}


@pytest.mark.parametrize(
    ("state", "facts", "in_hand", "is_it"),
    [
        (CopyState.IN_USE, CopyFacts(), False, Availability.AVAILABLE),
        (CopyState.IN_USE, CopyFacts(lent_to=DARA, due_on=DUE), False, Availability.ON_LOAN),
        (CopyState.IN_USE, CopyFacts(lent_to=DARA, brought=True), False, Availability.TO_BE_SHELVED),
        (CopyState.IN_USE, CopyFacts(lent_to=DARA, brought=True), True, Availability.AVAILABLE),
        (CopyState.IN_USE, CopyFacts(asked_by=SOPHEA), False, Availability.ASKED_FOR),
        (CopyState.LOST, CopyFacts(), False, Availability.ABSENT),
        (CopyState.LOST, CopyFacts(), True, Availability.AVAILABLE),
        (CopyState.WITHDRAWN, CopyFacts(), True, Availability.ABSENT),
    ],
)
def test_a_line_tells_the_copy_where_it_is_and_until_when(
    state: CopyState, facts: CopyFacts, in_hand: bool, is_it: Availability
) -> None:
    book = copy(state=state)
    assert copy_line(book, facts, in_hand=in_hand) == CopyLine(book, is_it, facts.due_on)


@given(st.lists(st.sampled_from(STANDINGS), max_size=5))
def test_a_title_is_as_good_as_its_best_copy(standings: list[CopyStanding]) -> None:
    best_first = [
        Availability.AVAILABLE,
        Availability.READING_ROOM,
        Availability.TO_BE_SHELVED,
        Availability.ASKED_FOR,
        Availability.ON_LOAN,
        Availability.ABSENT,
    ]
    places = [best_first.index(expected(standing, False)) for standing in standings]
    assert best_of(standings) is best_first[min(places, default=-1)]
