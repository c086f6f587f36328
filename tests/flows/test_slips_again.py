"""A slip that did not come, or was lost, is printed anew when somebody asks, and not without end."""

from __future__ import annotations

from appliance.kiosk.slips import PRINTS_FOR_GUARD, PRINTS_FOR_READER
from appliance.messages import GoHome, PrintAgain, PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import PrinterState, Reason
from appliance.status import Approved, GuardDesk, Refused, SlipProgress
from tests.flows.storyboard import Storyboard, borrows


def numbers(story: Storyboard) -> list[int]:
    """What the printer was given, in order."""
    return [slip.facts.number for slip in story.slips]


def test_a_reader_asks_for_the_slip_that_did_not_come(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipFailed(number, PrinterState.FAULT, begun=True))
    story.post(PrinterChanged(PrinterState.READY))
    story.touches(PrintAgain())
    story.touches(PrintAgain())
    assert story.sees(Approved).slip is SlipProgress.PRINTING
    assert numbers(story) == [number, number]
    assert story.slips[-1].facts.again
    assert not story.slips[0].facts.again


def test_a_reader_gets_a_slip_so_often_and_not_more(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    for _ in range(PRINTS_FOR_READER - 1):
        story.post(SlipPrinted(number))
        story.touches(PrintAgain())
    story.post(SlipPrinted(number))
    story.touches(PrintAgain())
    assert story.sees(Refused).refusal.reasons == (Reason.ENOUGH_SLIPS,)
    assert len(numbers(story)) == PRINTS_FOR_READER


def at_the_guards_desk(story: Storyboard, barcode: str) -> GuardDesk:
    story.touches(GoHome())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.scans(barcode)
    return story.sees(GuardDesk)


def test_a_guard_prints_the_slip_of_a_loan_anew(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipPrinted(number))
    at_the_guards_desk(story, "B1")
    story.touches(PrintAgain())
    desk = story.sees(GuardDesk)
    assert desk.whereabouts and desk.whereabouts.slip is SlipProgress.PRINTING
    assert story.slips[-1].facts.language is story.reader("Dara").language
    story.post(SlipPrinted(number))
    desk = story.sees(GuardDesk)
    assert desk.whereabouts and desk.whereabouts.slip is SlipProgress.PRINTED
    assert "slip_again" in story.journal_kinds()


def test_a_guards_prints_are_bounded_too(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").slip_number
    story.post(SlipPrinted(number))
    at_the_guards_desk(story, "B1")
    for _ in range(PRINTS_FOR_GUARD):
        story.touches(PrintAgain())
        story.post(SlipPrinted(number))
    refusal = story.sees(GuardDesk).refusal
    assert refusal and refusal.reasons == (Reason.ENOUGH_SLIPS,)
