"""A slip that did not come, or was lost, is printed anew when somebody asks, and not without end."""

from __future__ import annotations

from dataclasses import replace

from appliance.kiosk.slips.allowance import SLIPS_AN_HOUR
from appliance.kiosk.slips.asking import PRINTS_FOR_GUARD, PRINTS_FOR_READER
from appliance.messages import DriverFailed, GoHome, PrintAgain, PrinterChanged, SlipFailed, SlipPrinted
from appliance.model import PrinterState, Reason
from appliance.ports import SlipState
from appliance.status import Approved, GuardDesk, SlipProgress
from tests.flows.refused import refused_over
from tests.flows.storyboard import Storyboard, borrows
from tests.flows.test_slips import brings_back, numbers, state_of


def comes_out(story: Storyboard) -> None:
    """What the printer was given last."""
    facts = story.slips[-1].facts
    story.post(SlipPrinted(facts.request_id, facts.print))


def test_a_reader_asks_for_the_slip_that_did_not_come(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipFailed(number, PrinterState.FAULT, begun=True))
    story.post(PrinterChanged(PrinterState.READY))
    story.touches(PrintAgain())
    story.touches(PrintAgain())
    assert story.sees(Approved).slip is SlipProgress.PRINTING
    assert numbers(story) == [number, number]
    assert story.slips[-1].facts.again
    assert not story.slips[0].facts.again


def test_a_reader_gets_a_slip_so_often_and_not_more(story: Storyboard) -> None:
    borrows(story, "Dara", "B1")
    for _ in range(PRINTS_FOR_READER - 1):
        comes_out(story)
        story.touches(PrintAgain())
    comes_out(story)
    story.touches(PrintAgain())
    assert story.status.refusal and story.status.refusal.reasons == (Reason.ENOUGH_SLIPS,)
    assert len(numbers(story)) == PRINTS_FOR_READER


def test_who_had_too_many_slips_this_hour_gets_none_by_asking_again(story: Storyboard) -> None:
    story.library.policy = replace(story.library.policy, rest_days=0)
    for _ in range(SLIPS_AN_HOUR):
        borrows(story, "Chanthy", "B1")
        comes_out(story)
        brings_back(story, "B1")
    assert borrows(story, "Chanthy", "B1").slip is SlipProgress.FAILED
    story.touches(PrintAgain())
    assert story.status.refusal and story.status.refusal.reasons == (Reason.ENOUGH_SLIPS,)
    assert len(numbers(story)) == SLIPS_AN_HOUR


def at_the_guards_desk(story: Storyboard, barcode: str) -> GuardDesk:
    story.touches(GoHome())
    story.scans_badge_of("Guard Rith")
    story.types_pin()
    story.scans(barcode)
    return story.sees(GuardDesk)


def test_a_guard_prints_the_slip_of_a_loan_anew(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipPrinted(number))
    at_the_guards_desk(story, "B1")
    story.touches(PrintAgain())
    desk = story.sees(GuardDesk)
    assert desk.whereabouts and desk.whereabouts.slip is SlipProgress.PRINTING
    assert story.slips[-1].facts.language is story.reader("Dara").language
    comes_out(story)
    desk = story.sees(GuardDesk)
    assert desk.whereabouts and desk.whereabouts.slip is SlipProgress.PRINTED
    assert "slip_again" in story.journal_kinds()


def test_a_guards_prints_are_bounded_too(story: Storyboard) -> None:
    number = borrows(story, "Dara", "B1").request_id
    story.post(SlipPrinted(number))
    at_the_guards_desk(story, "B1")
    for _ in range(PRINTS_FOR_GUARD):
        story.touches(PrintAgain())
        comes_out(story)
    refusal = refused_over(story, GuardDesk)
    assert refusal and refusal.reasons == (Reason.ENOUGH_SLIPS,)


def test_the_answer_to_one_print_is_not_taken_for_anothers(story: Storyboard) -> None:
    """A driver that came back tells of the first print while the second is with it."""
    number = borrows(story, "Dara", "B1").request_id
    story.post(DriverFailed("printer", "OSError", "line.py:1"))
    story.touches(PrintAgain())
    story.post(PrinterChanged(PrinterState.READY))
    story.post(SlipFailed(number, PrinterState.READY, print=1))
    story.waits(30)
    assert numbers(story) == [number, number]
    story.post(SlipPrinted(number, print=1))
    assert state_of(story, number) is SlipState.PRINTING
    story.post(SlipPrinted(number, print=2))
    states = story.store.connection.execute("SELECT state FROM slip ORDER BY print").fetchall()
    assert states == [("printed",), ("printed",)]
