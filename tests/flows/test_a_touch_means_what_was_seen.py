"""A touch asks for what was on the screen, not for what was scanned while it was on its way."""

from __future__ import annotations

from appliance.messages import AskForLoan
from appliance.model import CopyId
from appliance.status import AwaitingApproval, Basket
from tests.flows.storyboard import Storyboard


def in_basket(story: Storyboard) -> tuple[CopyId, ...]:
    return tuple(line.copy.id for line in story.sees(Basket).lines)


def test_a_book_scanned_while_a_touch_is_on_its_way_is_not_asked_for(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    seen = in_basket(story)
    story.scans("B2")
    story.touches(AskForLoan(seen))
    assert len(in_basket(story)) == 2
    assert story.store.requests.count_waiting() == 0


def test_the_next_touch_asks_for_all_that_is_shown(story: Storyboard) -> None:
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans("B2")
    story.touches(AskForLoan(in_basket(story)))
    request = story.sees(AwaitingApproval).request
    assert [copy.barcode for copy in request.copies] == ["B1", "B2"]
