"""A device in trouble is told once, and so is each slip."""

from __future__ import annotations

import pytest

from appliance.kiosk.slips.at_printer import REST_S
from appliance.messages import (
    PrinterChanged,
    ScannerFound,
    ScannerLost,
    ScanProblem,
    ScanRefused,
    SlipFailed,
    SlipPrinted,
    Wake,
)
from appliance.model import Language, PrinterState, Side
from appliance.model.speech import Announcement, Cue, Phrase
from tests.flows.hearing import heard, last
from tests.flows.storyboard import Storyboard, borrows


def test_a_loan_is_told_and_then_its_slip(story: Storyboard) -> None:
    approved = borrows(story, "Chanthy", "B1")
    assert heard(story)[-1] == Announcement(Language.KM, Cue.DONE, (Phrase.APPROVED,))
    story.post(SlipPrinted(approved.request_id))
    assert last(story) == (Cue.DONE, (Phrase.SLIP_PRINTED,))


def test_a_slip_that_fails_is_told_with_its_reason_and_once(story: Storyboard) -> None:
    approved = borrows(story, "Chanthy", "B1")
    heard(story)
    story.post(SlipFailed(approved.request_id, PrinterState.NO_PAPER, begun=True))
    assert last(story) == (Cue.ATTENTION, (Phrase.SLIP_FAILED, Phrase.NO_PAPER))
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    story.waits(5)
    assert heard(story) == []


def test_a_slip_that_waits_for_paper_is_told_and_comes_in_the_end(story: Storyboard) -> None:
    approved = borrows(story, "Chanthy", "B1")
    heard(story)
    story.post(SlipFailed(approved.request_id, PrinterState.NO_PAPER))
    assert last(story) == (Cue.ATTENTION, (Phrase.SLIP_WAITING, Phrase.NO_PAPER))
    story.post(PrinterChanged(PrinterState.READY))
    story.waits(REST_S + 1)
    heard(story)
    story.post(SlipPrinted(approved.request_id))
    assert last(story) == (Cue.DONE, (Phrase.SLIP_PRINTED,))


def test_noise_on_the_line_is_told_once_however_long_it_goes_on(story: Storyboard) -> None:
    story.touches(Wake())
    heard(story)
    for _ in range(20):
        story.post(ScanRefused(ScanProblem.NOT_TEXT))
    assert last(story) == (Cue.REFUSED, (Phrase.UNREADABLE_SCAN,))


def test_a_scanner_is_told_lost_once_and_found_once(story: Storyboard) -> None:
    heard(story)
    story.post(ScannerLost())
    assert last(story) == (Cue.ATTENTION, (Phrase.SCANNER_LOST,))
    story.post(ScannerLost())
    story.waits(3)
    assert heard(story) == []
    story.post(ScannerFound())
    assert last(story) == (Cue.ACCEPTED, (Phrase.SCANNER_FOUND,))


def test_the_guards_scanner_has_its_own_words(story: Storyboard) -> None:
    heard(story)
    story.post(ScannerLost(Side.GUARD))
    assert last(story) == (Cue.ATTENTION, (Phrase.GUARD_SCANNER_LOST,))
    story.post(ScannerFound(Side.GUARD))
    assert last(story) == (Cue.ACCEPTED, (Phrase.GUARD_SCANNER_FOUND,))


@pytest.mark.parametrize(
    ("state", "phrase"),
    [
        (PrinterState.PAPER_LOW, Phrase.PAPER_LOW),
        (PrinterState.NO_PAPER, Phrase.NO_PAPER),
        (PrinterState.COVER_OPEN, Phrase.COVER_OPEN),
        (PrinterState.OFFLINE, Phrase.PRINTER_TROUBLE),
        (PrinterState.FAULT, Phrase.PRINTER_TROUBLE),
    ],
)
def test_printer_trouble_is_spoken_once(story: Storyboard, state: PrinterState, phrase: Phrase) -> None:
    heard(story)
    story.post(PrinterChanged(state))
    story.post(PrinterChanged(state))
    story.waits(3)
    assert last(story) == (Cue.ATTENTION, (phrase,))
