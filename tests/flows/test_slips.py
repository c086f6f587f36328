"""A slip comes once, or somebody is told; never twice by itself, and never before somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from appliance.kiosk.slips.allowance import SLIPS_AN_HOUR
from appliance.kiosk.slips.asking import FRESH, WAITING_MOST
from appliance.messages import (
    AskForLoan,
    GoBack,
    GoHome,
    PrinterChanged,
    SlipFailed,
    SlipPrinted,
    Started,
    StartReturning,
    Ticked,
    Wake,
)
from appliance.model import PrinterState, RequestId
from appliance.ports import SlipState
from appliance.status import Approved, SlipProgress
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows


def state_of(story: Storyboard, number: int) -> SlipState:
    last = story.store.slips.last(RequestId(number))
    assert last
    return last[1]


def numbers(story: Storyboard) -> list[int]:
    """What the printer was given, in order."""
    return [slip.facts.request_id for slip in story.slips]


def brings_back(story: Storyboard, barcode: str) -> None:
    story.touches(GoHome())
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans(barcode)
    story.touches(GoHome())


def test_a_loans_slip_is_on_disk_with_the_loan_and_printed_when_it_came_out(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    assert state_of(story, number) is SlipState.PRINTING
    story.post(SlipPrinted(number))
    assert state_of(story, number) is SlipState.PRINTED
    assert story.sees(Approved).slip is SlipProgress.PRINTED
    assert numbers(story) == [number]


def test_a_slip_asked_for_between_two_milliseconds_is_told_as_printed_too(story: Storyboard) -> None:
    story.passes(timedelta(microseconds=123_456))
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipPrinted(number))
    assert story.sees(Approved).slip is SlipProgress.PRINTED


def test_one_slip_is_with_the_printer_and_the_next_waits_for_it(story: Storyboard) -> None:
    first = borrows(story, "Dara", "B1").request_id
    approved = borrows(story, "Sophea", "B2")
    assert approved.slip is SlipProgress.WAITING
    assert numbers(story) == [first]
    story.post(SlipPrinted(first))
    assert story.sees(Approved).slip is SlipProgress.PRINTING
    assert numbers(story) == [first, approved.request_id]


def test_what_the_printer_took_nothing_of_is_printed_when_the_paper_is_in(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipFailed(number, PrinterState.NO_PAPER))
    assert story.sees(Approved).slip is SlipProgress.WAITING
    assert story.status.devices.printer is PrinterState.NO_PAPER
    story.passes(timedelta(seconds=10))
    story.post(PrinterChanged(PrinterState.PAPER_LOW))
    assert story.sees(Approved).slip is SlipProgress.PRINTING
    story.post(SlipPrinted(number))
    assert numbers(story) == [number, number]
    assert state_of(story, number) is SlipState.PRINTED


def test_what_was_begun_is_not_printed_again_by_itself(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipFailed(number, PrinterState.NO_PAPER, begun=True))
    story.post(PrinterChanged(PrinterState.READY))
    assert story.sees(Approved).slip is SlipProgress.FAILED
    assert numbers(story) == [number]
    assert story.journal_kinds()[-1] == "slip_failed"


def test_a_slip_that_waited_too_long_is_dropped_and_journalled(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipFailed(number, PrinterState.NO_PAPER))
    story.passes(FRESH + timedelta(seconds=1))
    assert "slip_dropped" in story.journal_kinds()
    story.post(PrinterChanged(PrinterState.READY))
    assert state_of(story, number) is SlipState.DROPPED
    assert numbers(story) == [number]


def test_a_clock_that_was_set_back_makes_no_old_slip_fresh(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipFailed(number, PrinterState.NO_PAPER))
    story.now -= timedelta(days=1)
    story.power_is_cut()
    story.post(Started())
    assert state_of(story, number) is SlipState.DROPPED


def test_after_a_power_cut_what_was_with_the_printer_is_unsure_and_what_waited_is_printed(
    story: Storyboard,
) -> None:
    first = borrows(story, "Dara", "B1").request_id
    second = borrows(story, "Sophea", "B2").request_id
    story.effects.clear()
    story.power_is_cut()
    story.post(Started())
    assert state_of(story, first) is SlipState.UNSURE
    assert "slip_unsure" in story.journal_kinds()
    assert numbers(story) == [second]


def test_after_a_night_without_power_nothing_of_yesterday_is_printed(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    waiting = borrows(story, "Sophea", "B2").request_id
    story.effects.clear()
    story.now += timedelta(hours=14)
    story.power_is_cut()
    story.post(Started())
    assert numbers(story) == []
    assert state_of(story, waiting) is SlipState.DROPPED


def test_a_printed_slip_is_not_printed_again_by_any_restart(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipPrinted(number))
    story.effects.clear()
    for _ in range(3):
        story.power_is_cut()
        story.post(Started())
    assert numbers(story) == []
    assert state_of(story, number) is SlipState.PRINTED


def test_who_borrows_and_returns_all_day_does_not_use_up_the_roll(story: Storyboard) -> None:
    story.library.policy = replace(story.library.policy, rest_days=0)
    for _ in range(SLIPS_AN_HOUR + 3):
        story.scans_card_of("Chanthy")
        story.scans("B1")
        story.touches(AskForLoan())
        approved = story.sees(Approved)
        story.post(SlipPrinted(approved.request_id))
        brings_back(story, "B1")
    assert len(numbers(story)) == SLIPS_AN_HOUR
    assert approved.slip is SlipProgress.FAILED
    assert story.borrower_of("B1") is None


def test_a_slip_whose_books_are_all_back_is_not_printed(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    number = borrows(story, "Dara", "B1").request_id
    story.touches(GoHome())
    story.touches(StartReturning())
    story.scans("B1")
    story.post(PrinterChanged(PrinterState.READY))
    assert numbers(story) == []
    assert state_of(story, number) is SlipState.DROPPED


def test_of_many_that_wait_the_oldest_are_dropped(story: Storyboard) -> None:
    story.library.policy = replace(story.library.policy, rest_days=0)
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    asked = []
    for name in ("Chanthy", "Dara"):
        for _ in range(SLIPS_AN_HOUR - 1):
            asked.append(borrows(story, name, "P1").request_id)
            story.post(Ticked(story.now, story.uptime_s))
            brings_back(story, "P1")
    borrows(story, "Sophea", "B1", "B2")
    story.waits(1)
    waiting = story.store.slips.unfinished(SlipState.WAITING)
    assert len(waiting) == WAITING_MOST
    assert state_of(story, asked[0]) is SlipState.DROPPED
    assert "slip_dropped" in story.journal_kinds()


def test_a_slip_that_came_out_behind_a_refusal_is_told_when_that_is_gone(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.scans("nonsense")
    assert refused_over(story, Approved) is not None
    story.post(SlipPrinted(number))
    story.touches(GoBack())
    assert story.sees(Approved).slip is SlipProgress.PRINTED
