"""What the core asks for besides status: carried out by workers, so that the core never waits."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from queue import SimpleQueue
from threading import Event, get_native_id
from typing import TYPE_CHECKING

from appliance.effects import (
    Announce,
    CheckPin,
    Effect,
    Examine,
    PlayTestSound,
    PrintSlip,
    PrintTestSlip,
)
from appliance.messages import Examined, PinChecked, SlipDrawn
from appliance.model import Language
from appliance.model.findings import Finding
from appliance.model.speech import Announcement, Cue, Phrase
from appliance.paper.loan_slip import loan_slip
from appliance.paper.slip import Slip
from appliance.paper.trial_slip import trial_slip
from appliance.people.pins import PinCheck, pin_is_right
from appliance.ports import Post
from drivers.supervision import Supervised

if TYPE_CHECKING:
    from drivers.printer.profile import PrinterProfile

_BEHIND_OTHERS = 10
"""Niceness (Linux has one for each thread): of two cores that are wanted, others get nine tenths."""

TEST_SOUND = Announcement(Language.KM, Cue.DONE, (Phrase.HOME,))
"""What readers hear most; the phrase where it is recorded."""


class EffectRunner:
    """`Loop`'s `carry_out`. Slips go to the printer's own worker; the technician's bench has one here, and so
    have PINs, so that no guard waits for the bench.

    `examine` measures everything on a cable and may take seconds; `paper` tells the printer's profile.
    `check_pin` takes a tenth of a second and more.
    """

    def __init__(
        self,
        submit: Callable[[Slip], None],
        paper: Callable[[], PrinterProfile],
        examine: Callable[[], tuple[Finding, ...]],
        play: Callable[[Announcement], None],
        check_pin: PinCheck = pin_is_right,
    ) -> None:
        self._submit = submit
        self._paper = paper
        self._examine = examine
        self._play = play
        self._check_pin = check_pin
        self._asked: SimpleQueue[Examine | PrintTestSlip | None] = SimpleQueue()
        self._pins: SimpleQueue[CheckPin | None] = SimpleQueue()
        self._post: Post = _nobody
        self._worker = Supervised("examiner", self._work)
        self._pin_worker = Supervised("pins", self._check_pins)

    def start(self, post: Post) -> None:
        self._post = post
        self._worker.start(post)
        self._pin_worker.start(post)

    def stop(self) -> None:
        self._asked.put(None)
        self._pins.put(None)
        self._worker.stop()
        self._pin_worker.stop()

    def carry_out(self, effect: Effect) -> None:
        """Returns at once."""
        match effect:
            case PrintSlip(facts):
                self._submit(loan_slip(facts))
            case PlayTestSound():
                self._play(TEST_SOUND)
            case Announce(announcement):
                self._play(announcement)
            case Examine() | PrintTestSlip():
                self._asked.put(effect)
            case CheckPin():
                self._pins.put(effect)

    def _work(self, stopping: Event) -> None:
        while not stopping.is_set():
            # Without a limit: `stop` asks for nothing, which ends it.
            match self._asked.get():
                case None:
                    return
                case Examine():
                    self._post(Examined(self._examine()))
                case PrintTestSlip(language):
                    self._print_test_slip(language)

    def _check_pins(self, stopping: Event) -> None:
        """One that makes it die is not tried again: the sign-in gives it up by itself.

        argon2 keeps four threads busy, which inherit their place: behind the core and the screen.
        """
        os.setpriority(os.PRIO_PROCESS, get_native_id(), _BEHIND_OTHERS)
        while not stopping.is_set():
            asked = self._pins.get()
            if asked is None:
                return
            right = self._check_pin(asked.pin_hash, asked.badge_number, asked.pin)
            self._post(PinChecked(asked.number, right))

    def _print_test_slip(self, language: Language) -> None:
        paper = self._paper()  # first: it waits until the printer is there to take the slip
        slip = trial_slip(language)
        self._submit(slip)
        self._post(SlipDrawn(drawn(slip, paper)))


def drawn(slip: Slip, paper: PrinterProfile) -> bytes:
    """The slip as the printer gets it, as a PNG file. Raises letters.ShaperMissing, FontsMissing."""
    # Imported at the first test slip: Pillow takes time that the start of the kiosk does without.
    from drivers.printer.raster import draw_slip

    kept = BytesIO()
    draw_slip(slip, paper).save(kept, "PNG")
    return kept.getvalue()


def _nobody(_message: object) -> None:
    """Before `start` nobody is told."""
