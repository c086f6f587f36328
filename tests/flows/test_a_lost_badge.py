"""A badge that is lost or copied: a colleague says so at their own sign-in, before the PIN."""

from __future__ import annotations

import pytest

from appliance.messages import (
    IssueBadge,
    SignOut,
)
from appliance.status import (
    GuardDesk,
    GuardSignIn,
    ReissuingBadge,
)
from tests.flows.reissuing import (
    GUARD,
    LIBRARIAN,
    TECHNICIAN,
    confirms,
    kill_badge,
    scans_dead,
)
from tests.flows.storyboard import Storyboard


@pytest.mark.parametrize("name", [GUARD, LIBRARIAN, TECHNICIAN])
def test_for_a_lost_badge_any_colleague_begins_at_their_own_sign_in(story: Storyboard, name: str) -> None:
    story.scans_badge_of(name)
    story.touches(IssueBadge())
    story.types_pin("000000")
    assert story.sees(GuardSignIn).for_badge, "a wrong PIN does not change what is wanted"
    story.types_pin()
    others = [one.staff.name for one in story.sees(ReissuingBadge).choices]
    assert sorted([*others, name]) == [GUARD, LIBRARIAN, TECHNICIAN]


def test_who_touched_it_by_mistake_touches_it_again_and_another_badge_begins_anew(story: Storyboard) -> None:
    story.scans_badge_of(GUARD)
    story.touches(IssueBadge())
    story.touches(IssueBadge())
    story.types_pin()
    story.sees(GuardDesk)
    story.touches(SignOut())
    story.scans_badge_of(GUARD)
    story.touches(IssueBadge())
    story.scans_badge_of(LIBRARIAN)
    story.types_pin()
    story.sees(GuardDesk)


def test_the_second_of_two_cannot_turn_to_another_badge(story: Storyboard) -> None:
    kill_badge(story)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    story.scans_badge_of(TECHNICIAN)
    story.touches(IssueBadge())
    story.types_pin()
    holder = story.sees(ReissuingBadge).holder
    assert holder is not None
    assert holder.name == GUARD
