"""A slip comes once, or somebody is told; never twice by itself, and never before somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from appliance.kiosk.slip_queue import SLIPS_AN_HOUR
from appliance.kiosk.slips import FRESH, SILENT_AFTER_S
from appliance.messages import (
    AskForLoan,
    DriverFailed,
    GoHome,
    PrinterChanged,
    SlipFailed,
    SlipPrinted,
    Started,
    StartReturning,
    Wake,
)
from appliance.model import PrinterState, RequestId
from appliance.ports import SlipState
from appliance.status import Approved, SlipProgress
from tests.flows.storyboard import Storyboard, borrows


def state_of(story: Storyboard, number: int) -> SlipState:
    last = story.memory.slips.last(RequestId(number))
    assert last
    return last[1]


def numbers(story: Storyboard) -> list[int]:
    """What the printer was given, in order."""
    return [slip.facts.number for slip in story.slips]


def test_a_loans_slip_is_on_disk_with_the_loan_and_printed_when_it_came_out(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    assert state_of(story, number) is SlipState.PRINTING
    story.post(SlipPrinted(number))
    assert state_of(story, number) is SlipState.PRINTED
    assert story.sees(Approved).slip is SlipProgress.PRINTED
    assert numbers(story) == [number]


def test_one_slip_is_with_the_printer_and_the_next_waits_for_it(story: Storyboard) -> None:
    first = borrows(story, "Dara", "B1").slip_number
    approved = borrows(story, "Sophea", "B2")
    assert approved.slip is SlipProgress.WAITING
    assert numbers(story) == [first]
    story.post(SlipPrinted(first))
    assert story.sees(Approved).slip is SlipProgress.PRINTING
    assert numbers(story) == [first, approved.slip_number]


def test_what_the_printer_took_nothing_of_is_printed_when_the_paper_is_in(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipFailed(number, PrinterState.NO_PAPER))
    assert story.sees(Approved).slip is SlipProgress.WAITING
    assert story.status.devices.printer is PrinterState.NO_PAPER
    story.passes(timedelta(seconds=10))
    story.post(PrinterChanged(PrinterState.PAPER_LOW))
    assert story.sees(Approved).slip is SlipProgress.PRINTING
    story.post(SlipPrinted(number))
    assert numbers(story) == [number, number]
    assert state_of(story, number) is SlipState.PRINTED


def test_while_the_printer_cannot_nothing_is_given_to_it(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.OFFLINE))
    assert borrows(story, "Dara", "B1").slip is SlipProgress.WAITING
    assert numbers(story) == []


def test_what_was_begun_is_not_printed_again_by_itself(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipFailed(number, PrinterState.NO_PAPER, begun=True))
    story.post(PrinterChanged(PrinterState.READY))
    assert story.sees(Approved).slip is SlipProgress.FAILED
    assert numbers(story) == [number]
    assert story.journal_kinds()[-1] == "slip_failed"


def test_a_slip_that_waited_too_long_is_dropped_and_journalled(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipFailed(number, PrinterState.NO_PAPER))
    story.passes(FRESH + timedelta(seconds=1))
    assert "slip_dropped" in story.journal_kinds()
    story.post(PrinterChanged(PrinterState.READY))
    assert state_of(story, number) is SlipState.DROPPED
    assert numbers(story) == [number]


def test_a_clock_that_was_set_back_makes_no_old_slip_fresh(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipFailed(number, PrinterState.NO_PAPER))
    story.passes(-timedelta(days=1))
    story.post(PrinterChanged(PrinterState.READY))
    assert state_of(story, number) is SlipState.DROPPED


def test_after_a_power_cut_what_was_with_the_printer_is_unsure_and_what_waited_is_printed(
    story: Storyboard,
) -> None:
    first = borrows(story, "Dara", "B1").slip_number
    second = borrows(story, "Sophea", "B2").slip_number
    story.effects.clear()
    story.power_is_cut()
    story.post(Started())
    assert state_of(story, first) is SlipState.UNSURE
    assert "slip_unsure" in story.journal_kinds()
    assert numbers(story) == [second]


def test_after_a_night_without_power_nothing_of_yesterday_is_printed(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    waiting = borrows(story, "Sophea", "B2").slip_number
    story.effects.clear()
    story.now += timedelta(hours=14)
    story.power_is_cut()
    story.post(Started())
    assert numbers(story) == []
    assert state_of(story, waiting) is SlipState.DROPPED


def test_a_printed_slip_is_not_printed_again_by_any_restart(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipPrinted(number))
    story.effects.clear()
    for _ in range(3):
        story.power_is_cut()
        story.post(Started())
    assert numbers(story) == []
    assert state_of(story, number) is SlipState.PRINTED


def test_a_printer_that_never_answers_is_taken_for_dead_and_may_come_back(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.passes(timedelta(seconds=SILENT_AFTER_S + 1))
    assert state_of(story, number) is SlipState.UNSURE
    assert story.status.devices.printer is PrinterState.FAULT
    waiting = borrows(story, "Sophea", "B2").slip_number
    assert numbers(story) == [number]
    story.post(SlipPrinted(number))
    assert state_of(story, number) is SlipState.PRINTED
    assert numbers(story) == [number, waiting]


def test_a_driver_that_died_leaves_its_slip_unsure_and_the_next_goes_on(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(DriverFailed("printer", "OSError", "line.py:1"))
    assert state_of(story, number) is SlipState.UNSURE
    assert borrows(story, "Sophea", "B2").slip is SlipProgress.WAITING
    story.post(PrinterChanged(PrinterState.READY))
    assert story.sees(Approved).slip is SlipProgress.PRINTING


def test_who_borrows_and_returns_all_day_does_not_use_up_the_roll(story: Storyboard) -> None:
    for _ in range(SLIPS_AN_HOUR + 3):
        story.scans_card_of("Chanthy")
        story.scans("B1")
        story.touches(AskForLoan())
        approved = story.sees(Approved)
        story.post(SlipPrinted(approved.slip_number))
        story.touches(GoHome())
        story.touches(Wake())
        story.touches(StartReturning())
        story.scans("B1")
        story.touches(GoHome())
    assert len(numbers(story)) == SLIPS_AN_HOUR
    assert approved.slip is SlipProgress.FAILED
    assert story.borrower_of("B1") is None


def test_a_slip_whose_books_are_all_back_is_not_printed(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    number = borrows(story, "Dara", "B1").slip_number
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    story.post(PrinterChanged(PrinterState.READY))
    assert numbers(story) == []
    assert state_of(story, number) is SlipState.DROPPED


@pytest.mark.parametrize("begun", [True, False])
def test_a_dead_printer_stops_no_loan_all_day(story: Storyboard, begun: bool) -> None:
    for hour, barcode in enumerate(("B1", "B2", "B3", "B4", "B5")):
        reader = ("Dara", "Sophea")[hour % 2]
        approved = borrows(story, reader, barcode)
        story.post(SlipFailed(approved.slip_number, PrinterState.FAULT, begun=begun))
        story.passes(timedelta(hours=1))
        assert story.borrower_of(barcode) == reader
    unfinished = [story.memory.slips.unfinished(state) for state in (SlipState.WAITING, SlipState.PRINTING)]
    assert unfinished == [(), ()]
