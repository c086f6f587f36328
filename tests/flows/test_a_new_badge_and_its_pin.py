"""The new badge comes on paper, or as a code where no paper comes; its PIN is shown once."""

from __future__ import annotations

import pytest

from appliance.kiosk.staff.new_badge import PRINTED_WITHIN_S
from appliance.messages import (
    IssueBadge,
    PrintAgain,
    PrinterChanged,
    SlipFailed,
    SlipPrinted,
)
from appliance.model import PrinterState
from appliance.paper.badge_slip import NO_LOANS
from appliance.people.pins import is_weak
from appliance.status import (
    BadgeIssued,
    Home,
    SlipProgress,
)
from tests.flows.reissuing import (
    GUARD,
    LIBRARIAN,
    TECHNICIAN,
    badge_prints,
    confirms,
    issued,
    kill_badge,
    pin_shown,
    scans_dead,
)
from tests.flows.storyboard import Storyboard


def test_paper_came_and_the_code_is_not_on_the_screen(story: Storyboard) -> None:
    issued(story)
    assert (story.sees(BadgeIssued).slip, story.sees(BadgeIssued).code) == (SlipProgress.PRINTING, "")
    story.post(SlipPrinted(NO_LOANS, badge_prints(story)[-1].facts.print))
    assert (story.sees(BadgeIssued).slip, story.sees(BadgeIssued).code) == (SlipProgress.PRINTED, "")


def test_with_a_dead_printer_the_code_is_shown_and_paper_may_come_later(story: Storyboard) -> None:
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    kill_badge(story)
    scans_dead(story)
    story.touches(IssueBadge())
    confirms(story, LIBRARIAN)
    confirms(story, TECHNICIAN)
    shown = story.sees(BadgeIssued)
    assert badge_prints(story) == []
    assert (shown.slip, shown.code) == (SlipProgress.FAILED, story.badge_of(GUARD))
    story.post(PrinterChanged(PrinterState.READY))
    story.touches(PrintAgain())
    assert [one.facts.code for one in badge_prints(story)] == [story.badge_of(GUARD)]
    story.post(SlipPrinted(NO_LOANS, badge_prints(story)[-1].facts.print))
    assert story.sees(BadgeIssued).code == ""


@pytest.mark.parametrize("how", ["says so", "says nothing"])
def test_a_printer_that_fails_or_says_nothing_brings_the_code_to_the_screen(
    story: Storyboard, how: str
) -> None:
    code = issued(story)
    if how == "says so":
        number = badge_prints(story)[-1].facts.print
        story.post(SlipFailed(NO_LOANS, PrinterState.FAULT, begun=True, print=number))
    else:
        story.waits(PRINTED_WITHIN_S)
    assert story.sees(BadgeIssued).code == code


def test_the_answer_to_another_slip_is_not_the_badges(story: Storyboard) -> None:
    issued(story)
    story.post(SlipPrinted(NO_LOANS, 99))
    assert story.sees(BadgeIssued).slip is SlipProgress.PRINTING


def test_the_pin_is_shown_only_when_its_holder_asks_and_is_gone_with_the_screen(story: Storyboard) -> None:
    issued(story)
    assert story.sees(BadgeIssued).pin == ""
    pin = pin_shown(story)
    assert len(pin) == 6
    assert not is_weak(pin)
    story.scans_card_of("Dara")
    story.scans("B1")
    story.scans_badge_of(LIBRARIAN)
    assert story.sees(BadgeIssued).pin == pin, "what is shown once is not lost to a scan"
    story.waits(120)
    story.sees(Home)


def test_what_was_missed_is_issued_anew_once_more(story: Storyboard) -> None:
    first = issued(story)
    story.waits(120)
    second = issued(story)
    assert first != second == story.badge_of(GUARD)
