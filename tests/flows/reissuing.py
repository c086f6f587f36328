"""Two members of staff who issue a badge anew, for the storyboards of it."""

from __future__ import annotations

from appliance.effects import PrintBadge
from appliance.messages import (
    ConfirmBadge,
    IssueBadge,
    ShowPin,
)
from appliance.status import (
    BadgeIssued,
    GuardSignIn,
    ReissuingBadge,
    SignInTrouble,
)
from tests.flows.storyboard import Storyboard

GUARD, LIBRARIAN, TECHNICIAN = "Guard Rith", "Librarian Mony", "Technician Sam"


def kill_badge(story: Storyboard, name: str = GUARD) -> None:
    """Fifteen wrong PINs, as somebody with a copy tries them over some nights."""
    story.store.connection.execute("UPDATE staff SET failures = 15 WHERE name = ?", (name,))


def scans_dead(story: Storyboard, name: str = GUARD) -> None:
    story.scans_badge_of(name)
    assert story.sees(GuardSignIn).trouble is SignInTrouble.REVOKED


def confirms(story: Storyboard, name: str) -> None:
    story.scans_badge_of(name)
    story.types_pin()
    story.sees(ReissuingBadge)
    story.touches(ConfirmBadge())


def issued(story: Storyboard, name: str = GUARD, first: str = LIBRARIAN, second: str = TECHNICIAN) -> str:
    """The whole way from the dead badge; returns the code that is on the new one."""
    kill_badge(story, name)
    scans_dead(story, name)
    story.touches(IssueBadge())
    confirms(story, first)
    confirms(story, second)
    assert story.sees(BadgeIssued).holder.name == name
    return badge_prints(story)[-1].facts.code


def badge_prints(story: Storyboard) -> list[PrintBadge]:
    return [effect for effect in story.effects if isinstance(effect, PrintBadge)]


def pin_shown(story: Storyboard) -> str:
    story.touches(ShowPin())
    return story.sees(BadgeIssued).pin
