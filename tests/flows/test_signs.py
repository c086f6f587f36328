"""Somebody does not know what the pictures mean."""

from __future__ import annotations

from appliance.messages import GoBack, ShowSigns, Wake
from appliance.status import Home, Signs, TitlePage
from tests.flows.storyboard import Storyboard


def test_the_signs_are_explained_and_the_way_back_leads_home(story: Storyboard) -> None:
    story.touches(Wake())
    session = story.status.session
    story.touches(ShowSigns())
    story.sees(Signs)
    story.touches(GoBack())
    story.sees(Home)
    assert story.status.session == session


def test_a_book_scanned_at_the_signs_shows_its_page(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(ShowSigns())
    story.scans("B1")
    story.sees(TitlePage)


def test_nobody_at_the_signs_is_home_again_by_itself(story: Storyboard) -> None:
    story.touches(Wake())
    story.touches(ShowSigns())
    story.waits(60)
    story.sees(Home)
