"""Looking at the refusal over a scene."""

from __future__ import annotations

from appliance.model import Refusal
from tests.flows.storyboard import Storyboard


def refused_over(story: Storyboard, kind: type) -> Refusal | None:
    """The refusal that lies over a scene of this kind; the scene below must be one."""
    story.sees(kind)
    return story.status.refusal
