"""Somebody with made-up cards."""

from __future__ import annotations

from appliance.model import Reason, Side
from tests.flows.storyboard import Storyboard


def reasons(story: Storyboard) -> tuple[Reason, ...]:
    return story.status.refusal.reasons if story.status.refusal else ()


def wait_s(story: Storyboard) -> int | None:
    """Of the pause that is on the screen."""
    refusal = story.status.refusal
    return refusal.objections[-1].wait_s if refusal else None


def forged_card(story: Storyboard, name: str = "Dara") -> str:
    genuine = story.card_of(name)
    return genuine[:-1] + ("A" if genuine[-1] != "A" else "B")


def forges(story: Storyboard, times: int, side: Side = Side.READER) -> None:
    """One forged card after the other, each as soon as it is looked at."""
    for _ in range(times):
        while wait_s(story) is not None:
            story.waits(1)
        story.scans(forged_card(story), side)
