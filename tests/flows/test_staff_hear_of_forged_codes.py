"""Many forged codes are told to each member of staff, once."""

from __future__ import annotations

import pytest

from appliance.kiosk.staff.forged_since import MANY
from appliance.messages import GoHome
from appliance.model.speech import Phrase
from appliance.people.forgeries import LONGEST_PAUSE_S
from appliance.status import Bench, GuardDesk
from tests.flows.forging import forges
from tests.flows.hearing import heard
from tests.flows.storyboard import Storyboard


def signs_in(story: Storyboard, name: str) -> None:
    story.scans_badge_of(name)
    story.types_pin()


@pytest.mark.parametrize(
    ("name", "desk"), [("Guard Rith", GuardDesk), ("Librarian Mony", GuardDesk), ("Technician Sam", Bench)]
)
def test_each_member_of_staff_is_told_of_many_once(
    story: Storyboard, name: str, desk: type[GuardDesk | Bench]
) -> None:
    forges(story, MANY)
    story.waits(LONGEST_PAUSE_S)
    for told in (MANY, 0):
        story.scans_badge_of(name)
        heard(story)
        story.types_pin()
        assert story.sees(desk).forged_codes == told
        phrases = {phrase for announcement in heard(story) for phrase in announcement.phrases}
        assert (Phrase.FORGED_CODES in phrases) is bool(told)
        story.scans_badge_of(name)


def test_few_are_not_told_of_and_not_forgotten(story: Storyboard) -> None:
    forges(story, MANY - 1)
    story.waits(LONGEST_PAUSE_S)
    signs_in(story, "Guard Rith")
    assert story.sees(GuardDesk).forged_codes == 0
    story.touches(GoHome())
    forges(story, 1)
    story.waits(LONGEST_PAUSE_S)
    signs_in(story, "Guard Rith")
    assert story.sees(GuardDesk).forged_codes == MANY


def test_the_count_outlives_the_power(story: Storyboard) -> None:
    forges(story, MANY)
    story.power_is_cut()
    signs_in(story, "Guard Rith")
    assert story.sees(GuardDesk).forged_codes == MANY
    story.power_is_cut()
    signs_in(story, "Guard Rith")
    assert story.sees(GuardDesk).forged_codes == 0


def test_the_count_is_told_until_the_desk_is_left(story: Storyboard) -> None:
    forges(story, MANY)
    story.waits(LONGEST_PAUSE_S)
    signs_in(story, "Guard Rith")
    story.scans("B1")
    assert story.sees(GuardDesk).forged_codes == MANY
