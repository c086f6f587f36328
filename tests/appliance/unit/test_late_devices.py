"""Devices that come after the first frame: what was wanted of them before is not lost."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

import pytest

from appliance.kiosk.slips.at_printer import REST_S
from appliance.messages import Message, PrinterChanged, Scanned, SlipPrinted, Started
from appliance.model import Language, PrinterState, Side
from appliance.model.speech import Announcement, Cue
from appliance.paper.loan_slip import loan_slip
from appliance.paper.slip import Slip, Text
from appliance.ports import SlipState
from appliance.unit.device_set import LateDevices
from appliance.unit.simulated_devices import simulated_devices
from tests.flows.storyboard import Storyboard, borrows

HANG_S = 60
SLIP = Slip(42, Language.KM, (Text("សៀវភៅ"),))


def test_nothing_is_made_before_the_first_frame() -> None:
    made = Event()

    def make() -> Any:
        made.set()

    late = LateDevices(make)
    late.start(lambda _message: None)
    late.play(Announcement(Language.KM, Cue.DONE, ()))
    assert late.findings() == ()
    late.stop_scanning()
    late.stop()
    assert not made.is_set()


def test_what_is_scanned_and_printed_once_they_are_in_is_heard(tmp_path: Path) -> None:
    simulated = simulated_devices(tmp_path / "slips")
    posted: SimpleQueue[Message] = SimpleQueue()
    late = LateDevices(lambda: simulated.devices)
    late.start(posted.put)
    late.open()
    assert late.picture(SLIP) == simulated.devices.picture(SLIP)
    simulated.at(Side.READER).scan("B1")
    assert posted.get(timeout=HANG_S) == Scanned("B1")
    late.submit(SLIP)
    assert posted.get(timeout=HANG_S) == SlipPrinted(42)
    late.stop_scanning()
    late.stop()


def a_slip_waits_while_the_power_is_cut(story: Storyboard) -> Slip:
    """And the program begins anew, and wants it printed."""
    story.post(PrinterChanged(PrinterState.NO_PAPER))
    borrows(story, "Dara", "B1")
    story.power_is_cut()
    story.post(Started())
    return loan_slip(story.slips[-1].facts)


def test_a_slip_that_waited_is_printed_when_they_are_in(story: Storyboard, tmp_path: Path) -> None:
    simulated = simulated_devices(tmp_path / "slips")
    posted: SimpleQueue[Message] = SimpleQueue()
    late = LateDevices(lambda: simulated.devices)
    late.start(posted.put)
    late.submit(a_slip_waits_while_the_power_is_cut(story))
    story.post(posted.get(timeout=HANG_S))
    assert story.status.devices.printer is PrinterState.READY
    late.open()
    assert late.picture(SLIP) == simulated.devices.picture(SLIP)
    story.waits(REST_S)
    late.submit(loan_slip(story.slips[-1].facts))
    story.post(posted.get(timeout=HANG_S))
    assert story.store.slips.unfinished(SlipState.PRINTING) == ()
    assert len(simulated.mechanism.pictures) == 1
    late.stop()


def test_a_slip_that_no_device_had_yet_still_waits_after_another_power_cut(story: Storyboard) -> None:
    posted: SimpleQueue[Message] = SimpleQueue()
    late = LateDevices(lambda: pytest.fail("no frame was shown"))
    late.start(posted.put)
    late.submit(a_slip_waits_while_the_power_is_cut(story))
    story.post(posted.get(timeout=HANG_S))
    story.power_is_cut()
    handed_over = len(story.slips)
    story.post(Started())
    assert len(story.slips) == handed_over + 1
    assert "slip_unsure" not in story.journal_kinds()
