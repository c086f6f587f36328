"""The disk is full while slips are under way: when there is room again, none stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from appliance.messages import GoHome, Message, PrinterChanged, SlipFailed, SlipPrinted, Started
from appliance.model import PrinterState
from appliance.ports import SlipState, StoreFull
from appliance.status import Attract, OutOfService, SlipProgress
from tests.flows.storyboard import Storyboard, borrows
from tests.flows.test_slips import numbers, state_of


@contextmanager
def _no_room() -> Iterator[None]:
    raise StoreFull
    yield


def hears_on_a_full_disk(story: Storyboard, message: Message) -> None:
    """And then somebody makes room."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story.store, "transaction", _no_room)
        story.post(message)
        story.waits(2)
        story.sees(OutOfService)
    story.waits(2)
    story.sees(Attract)


@pytest.mark.parametrize("begun", [True, False])
def test_a_slip_that_failed_meanwhile_is_told_as_unsure_and_can_be_asked_for_again(
    story: Storyboard, *, begun: bool
) -> None:
    number = borrows(story, "Dara", "B1").request_id
    hears_on_a_full_disk(story, SlipFailed(number, PrinterState.READY, begun=begun))
    assert state_of(story, number) is SlipState.UNSURE
    assert story.journal_kinds()[-1] == "slip_unsure"
    story.touches(GoHome())
    assert story.library.at_printer.is_free
    assert borrows(story, "Sophea", "B2").slip is SlipProgress.PRINTING


def test_a_slip_that_is_still_with_the_printer_stays_there(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(PrinterChanged(PrinterState.PAPER_LOW))
    story.touches(GoHome())
    waiting = borrows(story, "Sophea", "B2").request_id
    hears_on_a_full_disk(story, Started())
    assert state_of(story, number) is SlipState.PRINTING
    story.post(SlipPrinted(number))
    assert state_of(story, number) is SlipState.PRINTED
    assert numbers(story) == [number, waiting]


def test_a_slip_that_waited_when_the_program_started_on_a_full_disk_is_printed(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    number = borrows(story, "Dara", "B1").request_id
    story.power_is_cut()
    hears_on_a_full_disk(story, Started())
    assert numbers(story) == [number]
