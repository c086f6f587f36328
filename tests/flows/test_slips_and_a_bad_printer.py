"""A printer that is off, silent, dying or nearly out of paper holds up no loan and loses no slip unsaid."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.kiosk.slips.at_printer import REST_S, SILENT_AFTER_S, TRIED_AGAIN_AFTER_S
from appliance.messages import DriverFailed, PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import PrinterState
from appliance.ports import SlipState
from appliance.status import Approved, SlipProgress
from tests.flows.storyboard import Storyboard, borrows
from tests.flows.test_slips import numbers, state_of


def test_a_printer_that_never_answers_is_taken_for_dead_and_may_come_back(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.passes(timedelta(seconds=SILENT_AFTER_S + 1))
    assert state_of(story, number) is SlipState.UNSURE
    assert story.status.devices.printer is PrinterState.FAULT
    waiting = borrows(story, "Sophea", "B2").request_id
    assert numbers(story) == [number]
    story.post(SlipPrinted(number))
    assert state_of(story, number) is SlipState.PRINTED
    assert numbers(story) == [number, waiting]


def test_a_driver_that_died_leaves_its_slip_unsure_and_the_next_goes_on(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(DriverFailed("printer", "OSError", "line.py:1"))
    assert state_of(story, number) is SlipState.UNSURE
    assert borrows(story, "Sophea", "B2").slip is SlipProgress.WAITING
    story.post(PrinterChanged(PrinterState.READY))
    assert story.sees(Approved).slip is SlipProgress.PRINTING


def test_a_printer_that_says_ready_and_takes_nothing_is_not_tried_without_rest(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    for _ in range(3):
        story.post(SlipFailed(number, PrinterState.READY))
        story.post(PrinterChanged(PrinterState.READY))
    assert numbers(story) == [number]
    story.waits(REST_S)
    assert numbers(story) == [number, number]


def test_a_printer_taken_for_dead_is_tried_again_after_a_minute(story: Storyboard) -> None:
    """Its driver may have come back and found nothing new to tell."""
    borrows(story, "Dara", "B1")
    story.post(DriverFailed("printer", "OSError", "line.py:1"))
    waiting = borrows(story, "Sophea", "B2").request_id
    story.passes(timedelta(seconds=TRIED_AGAIN_AFTER_S - 1))
    assert waiting not in numbers(story)
    story.passes(timedelta(seconds=2))
    assert numbers(story)[-1] == waiting
    story.post(SlipPrinted(waiting))
    assert state_of(story, waiting) is SlipState.PRINTED
    assert story.status.devices.printer is PrinterState.READY


def test_a_roll_about_to_end_is_told_until_it_is_changed(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.PAPER_LOW))
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipPrinted(number))
    assert story.status.devices.printer is PrinterState.PAPER_LOW


@pytest.mark.parametrize("begun", [True, False])
def test_a_dead_printer_stops_no_loan_all_day(story: Storyboard, begun: bool) -> None:
    for hour, barcode in enumerate(("B1", "B2", "B3", "B4", "B5")):
        reader = ("Dara", "Sophea")[hour % 2]
        approved = borrows(story, reader, barcode)
        story.post(SlipFailed(approved.request_id, PrinterState.FAULT, begun=begun))
        story.passes(timedelta(hours=1))
        assert story.borrower_of(barcode) == reader
    unfinished = [story.store.slips.unfinished(state) for state in (SlipState.WAITING, SlipState.PRINTING)]
    assert unfinished == [(), ()]


def test_while_the_printer_cannot_nothing_is_given_to_it(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.OFFLINE))
    assert borrows(story, "Dara", "B1").slip is SlipProgress.WAITING
    assert numbers(story) == []
