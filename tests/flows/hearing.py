"""What somebody at the kiosk hears."""

from __future__ import annotations

from appliance.effects import Announce
from appliance.model.speech import Announcement, Cue, Phrase
from tests.flows.storyboard import Storyboard


def heard(story: Storyboard) -> list[Announcement]:
    """What was announced since this was asked last."""
    announced = [effect.announcement for effect in story.effects if isinstance(effect, Announce)]
    story.effects.clear()
    return announced


def last(story: Storyboard) -> tuple[Cue | None, tuple[Phrase, ...]]:
    """The one announcement since this was asked last."""
    (announcement,) = heard(story)
    return announcement.cue, announcement.phrases
