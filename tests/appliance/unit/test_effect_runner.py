"""What the core asks for is carried out by workers, which post what came of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from queue import SimpleQueue
from threading import Event, get_native_id
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from appliance.effects import (
    Announce,
    CheckPin,
    Examine,
    HashPin,
    PlayTestSound,
    PrintBadge,
    PrintTestSlip,
)
from appliance.messages import DriverFailed, Examined, PinChecked, PinHashed, SlipDrawn
from appliance.model import Language, Role, Staff, StaffId
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.speech import Announcement, Cue, Phrase
from appliance.paper.badge_slip import NO_LOANS, BadgeSlipFacts
from appliance.paper.slip import Slip
from appliance.paper.trial_slip import CODE, NO_REQUEST, trial_slip
from appliance.people.pins import hash_pin, pin_is_right
from appliance.unit.effect_runner import TEST_SOUND, EffectRunner
from drivers.printer.profile import PAPER_58_MM, PAPER_80_MM, PrinterProfile
from drivers.printer.raster import slip_png
from drivers.simulated.speaker import SimulatedSpeaker
from tests.flows.quick_pins import QUICK_HASHER

FINDING = Finding(Check.PAPER, Verdict.BAD, Cause.PAPER_OUT)


class Printer:
    """Keeps what it was given."""

    def __init__(self) -> None:
        self.slips: list[Slip] = []

    def start(self, post: Any) -> None: ...

    def submit(self, slip: Slip) -> None:
        self.slips.append(slip)

    def stop(self) -> None: ...


def draw(slip: Slip) -> bytes:
    return slip_png(slip, PAPER_80_MM)


def test_looking_at_the_devices_is_posted_when_it_is_done() -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    runner = EffectRunner(Printer().submit, draw, lambda: (FINDING,), SimulatedSpeaker().play)
    runner.start(posted.put)
    runner.carry_out(Examine())
    assert posted.get(timeout=20) == Examined((FINDING,))
    runner.stop()


def test_the_test_slip_is_printed_and_its_picture_is_what_the_printer_gets() -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    printer = Printer()
    runner = EffectRunner(printer.submit, draw, tuple, SimulatedSpeaker().play)
    runner.start(posted.put)
    runner.carry_out(PrintTestSlip(Language.FR))
    told = posted.get(timeout=20)
    runner.stop()
    assert isinstance(told, SlipDrawn)
    assert [(slip.request_id, slip.language) for slip in printer.slips] == [(NO_REQUEST, Language.FR)]
    assert Image.open(BytesIO(told.picture)).size[0] == PAPER_80_MM.width_dots


def test_a_worker_that_breaks_is_told_and_looks_again() -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    outcomes: Iterator[Exception | tuple[Finding, ...]] = iter([ZeroDivisionError(), (FINDING,)])

    def examine() -> tuple[Finding, ...]:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    runner = EffectRunner(Printer().submit, draw, examine, SimulatedSpeaker().play)
    runner.start(posted.put)
    runner.carry_out(Examine())
    failed = posted.get(timeout=20)
    assert isinstance(failed, DriverFailed)
    assert (failed.device, failed.error) == ("examiner", "ZeroDivisionError")
    runner.carry_out(Examine())
    assert posted.get(timeout=20) == Examined((FINDING,))
    runner.stop()


def test_a_pin_is_looked_at_while_the_examiner_is_busy() -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    go_on = Event()

    def examine() -> tuple[Finding, ...]:
        go_on.wait(20)
        return (FINDING,)

    runner = EffectRunner(Printer().submit, draw, examine, SimulatedSpeaker().play, pin_is_right)
    runner.start(posted.put)
    runner.carry_out(Examine())
    pin_hash = hash_pin(7, "482913", QUICK_HASHER)
    runner.carry_out(CheckPin(1, 7, pin_hash, "482913"))
    runner.carry_out(CheckPin(2, 7, pin_hash, "000000"))
    runner.carry_out(CheckPin(3, 8, pin_hash, "482913"))
    answers = [posted.get(timeout=20) for _ in range(3)]
    assert answers == [PinChecked(1, right=True), PinChecked(2, right=False), PinChecked(3, right=False)]
    go_on.set()
    runner.stop()


def test_a_new_pin_is_made_ready_by_the_same_worker_and_a_badge_goes_to_the_printer() -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    printer = Printer()
    runner = EffectRunner(printer.submit, draw, tuple, SimulatedSpeaker().play)
    runner.start(posted.put)
    holder = Staff(StaffId(1), 7, "Guard Rith", Role.GUARD, Language.KM)
    runner.carry_out(HashPin(5, 7, "482913"))
    runner.carry_out(PrintBadge(BadgeSlipFacts(holder, "Library", "G000007ABCDEF", print=2)))
    answer = posted.get(timeout=20)
    assert isinstance(answer, PinHashed)
    assert answer.number == 5
    assert pin_is_right(answer.pin_hash, 7, "482913")
    assert not pin_is_right(answer.pin_hash, 7, "482914")
    assert answer.pin_hash not in repr(answer)
    (slip,) = printer.slips
    assert (slip.request_id, slip.print) == (NO_LOANS, 2)
    runner.stop()


def test_pins_are_looked_at_behind_the_core_and_the_screen() -> None:
    niceness: SimpleQueue[int] = SimpleQueue()

    def checks(_hash: str, _number: int, _pin: str) -> bool:
        niceness.put(os.getpriority(os.PRIO_PROCESS, get_native_id()))
        return True

    runner = EffectRunner(Printer().submit, draw, tuple, SimulatedSpeaker().play, checks)
    runner.start(lambda _message: None)
    ours = os.getpriority(os.PRIO_PROCESS, get_native_id())
    runner.carry_out(CheckPin(1, 7, "", ""))
    assert niceness.get(timeout=20) > ours
    assert os.getpriority(os.PRIO_PROCESS, get_native_id()) == ours
    runner.stop()


def test_a_pin_that_breaks_its_worker_is_told_without_its_digits_and_the_next_one_is_looked_at() -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    runner = EffectRunner(Printer().submit, draw, tuple, SimulatedSpeaker().play)
    runner.start(posted.put)
    runner.carry_out(CheckPin(1, 7, "no hash at all", "482913"))
    failed = posted.get(timeout=20)
    assert isinstance(failed, DriverFailed)
    assert (failed.device, failed.error) == ("pins", "InvalidHashError")
    assert "482913" not in repr(failed)
    runner.carry_out(CheckPin(2, 7, hash_pin(7, "482913", QUICK_HASHER), "482913"))
    assert posted.get(timeout=20) == PinChecked(2, right=True)
    runner.stop()


def test_the_test_sound_is_played_at_once() -> None:
    speaker = SimulatedSpeaker()
    speaker.start(lambda _message: None)
    EffectRunner(Printer().submit, draw, tuple, speaker.play).carry_out(PlayTestSound())
    assert speaker.last is TEST_SOUND


def test_an_announcement_goes_to_the_speaker() -> None:
    speaker = SimulatedSpeaker()
    speaker.start(lambda _message: None)
    announcement = Announcement(Language.FR, Cue.DONE, (Phrase.RETURNED,))
    EffectRunner(Printer().submit, draw, tuple, speaker.play).carry_out(Announce(announcement))
    assert speaker.heard == [announcement]


@pytest.mark.parametrize("paper", [PAPER_58_MM, PAPER_80_MM])
@pytest.mark.parametrize("language", Language)
def test_the_code_of_the_test_slip_can_be_scanned(paper: PrinterProfile, language: Language) -> None:
    picture = Image.open(BytesIO(slip_png(trial_slip(language), paper))).convert("L")
    assert [read.text for read in zxingcpp.read_barcodes(picture)] == [CODE]
