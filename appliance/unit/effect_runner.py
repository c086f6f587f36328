"""What the core asks for besides status: carried out by workers, so that the core never waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from appliance.effects import (
    Announce,
    CheckPin,
    CheckSnapshot,
    Effect,
    Examine,
    HashPin,
    PlayTestSound,
    PrintBadge,
    PrintSlip,
    PrintTestSlip,
)
from appliance.messages import Examined, PinChecked, PinHashed, SlipDrawn
from appliance.model import Language
from appliance.model.findings import Finding
from appliance.model.speech import Announcement, Cue, Phrase
from appliance.paper.badge_slip import badge_slip
from appliance.paper.loan_slip import loan_slip
from appliance.paper.slip import Slip
from appliance.paper.trial_slip import trial_slip
from appliance.people.pins import PinCheck, hash_pin, pin_is_right
from appliance.ports import Post
from appliance.unit.lane import Lane
from appliance.unit.snapshot_checker import SnapshotChecker

_BEHIND_OTHERS = 10
"""Niceness (Linux has one for each thread): of two cores that are wanted, others get nine tenths."""

TEST_SOUND = Announcement(Language.KM, Cue.DONE, (Phrase.HOME,))
"""What readers hear most; the phrase where it is recorded."""


class EffectRunner:
    """`Loop`'s `carry_out`. A slip or a sound goes to its device's own worker; the technician's bench has a
    lane here, and so have PINs, so that no guard waits for the bench, and snapshots, which take minutes.

    `examine` measures everything on a cable and may take seconds; `draw` gives a slip as
    its printer gets it, as a PNG file.
    `check_pin` takes a tenth of a second and more.
    """

    def __init__(
        self,
        submit: Callable[[Slip], None],
        draw: Callable[[Slip], bytes],
        examine: Callable[[], tuple[Finding, ...]],
        play: Callable[[Announcement], None],
        check_pin: PinCheck = pin_is_right,
        snapshots: SnapshotChecker | None = None,
    ) -> None:
        self._submit = submit
        self._draw = draw
        self._examine = examine
        self._play = play
        self._check_pin = check_pin
        self._bench = Lane("examiner")
        # argon2 keeps four threads busy, which inherit their place: behind the core and the screen.
        self._pins = Lane("pins", _BEHIND_OTHERS)
        self._snapshots = snapshots or SnapshotChecker()
        self._lanes = (self._bench, self._pins, self._snapshots)

    def start(self, post: Post) -> None:
        for lane in self._lanes:
            lane.start(post)

    def stop(self) -> None:
        for lane in self._lanes:
            lane.stop()

    def carry_out(self, effect: Effect) -> None:
        """Returns at once. An effect that has no case here does not pass mypy."""
        match effect:
            case PrintSlip(facts):
                self._submit(loan_slip(facts))
            case PlayTestSound():
                self._play(TEST_SOUND)
            case Announce(announcement):
                self._play(announcement)
            case PrintBadge(facts):
                self._submit(badge_slip(facts))
            case Examine():
                self._bench.ask(lambda: Examined(self._examine()))
            case PrintTestSlip(language):
                self._bench.ask(lambda: self._print_test_slip(language))
            case CheckPin():
                # One that makes its lane die is not tried again: the sign-in gives it up by itself.
                self._pins.ask(lambda: self._pin_checked(effect))
            case HashPin():
                self._pins.ask(lambda: PinHashed(effect.number, hash_pin(effect.badge_number, effect.pin)))
            case CheckSnapshot():
                self._snapshots.ask(effect)
            case _:
                assert_never(effect)

    def _pin_checked(self, asked: CheckPin) -> PinChecked:
        return PinChecked(asked.number, self._check_pin(asked.pin_hash, asked.badge_number, asked.pin))

    def _print_test_slip(self, language: Language) -> SlipDrawn:
        slip = trial_slip(language)
        picture = self._draw(slip)  # first: it waits until the printer is there to take the slip
        self._submit(slip)
        return SlipDrawn(picture)
