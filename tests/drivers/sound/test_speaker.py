"""The newest announcement wins, and a device that goes away is nobody's trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest

from appliance.model import Language
from appliance.model.speech import Announcement, Cue, Phrase
from drivers.sound.clips import Clip, write_wav
from drivers.sound.earcons import earcon
from drivers.sound.output import NoSound, Output
from drivers.sound.recordings import Recordings
from drivers.sound.speaker import SoundSpeaker


class SlowOutput(Output):
    """Plays each clip until `end` or until it is cut off; `lost` makes it fail as a pulled plug does."""

    def __init__(self) -> None:
        self.begun: SimpleQueue[Clip] = SimpleQueue()
        self.cut_off: SimpleQueue[Clip] = SimpleQueue()
        self.opened: SimpleQueue[bool] = SimpleQueue()
        self.end = Event()
        self.lost = Event()

    def open(self) -> None:
        self.opened.put(not self.lost.is_set())
        if self.lost.is_set():
            raise NoSound("PortAudioError")

    def play(self, clip: Clip, go_on: Callable[[], bool]) -> None:
        self.begun.put(clip)
        while not self.end.wait(0.005):
            if self.lost.is_set():
                raise NoSound("PortAudioError")
            if not go_on():
                self.cut_off.put(clip)
                return


@pytest.fixture
def output() -> SlowOutput:
    return SlowOutput()


@pytest.fixture
def speaker(output: SlowOutput, tmp_path: Path) -> Iterator[SoundSpeaker]:
    shown = SoundSpeaker(output, Recordings((tmp_path,)), look_again_s=0.02)
    shown.start(_nobody_may_be_told)
    yield shown
    shown.stop()


def _nobody_may_be_told(message: object) -> None:
    raise AssertionError(message)


def cue(which: Cue) -> Announcement:
    return Announcement(Language.KM, which)


def test_a_new_announcement_interrupts_the_one_before(speaker: SoundSpeaker, output: SlowOutput) -> None:
    speaker.play(cue(Cue.DONE))
    assert output.begun.get(timeout=20) == earcon(Cue.DONE)
    speaker.play(cue(Cue.REFUSED))
    assert output.cut_off.get(timeout=20) == earcon(Cue.DONE)
    assert output.begun.get(timeout=20) == earcon(Cue.REFUSED)


def test_of_many_at_once_the_newest_is_heard(speaker: SoundSpeaker, output: SlowOutput) -> None:
    speaker.play(cue(Cue.DONE))
    output.begun.get(timeout=20)
    for which in (Cue.SCANNED, Cue.REFUSED, Cue.ATTENTION):
        speaker.play(cue(which))
    heard = [output.begun.get(timeout=20)]
    while heard[-1] != earcon(Cue.ATTENTION):
        heard.append(output.begun.get(timeout=20))
    output.end.set()
    assert output.begun.empty()


def test_the_rest_of_an_interrupted_announcement_is_not_heard(
    speaker: SoundSpeaker, output: SlowOutput, tmp_path: Path
) -> None:
    (tmp_path / "km").mkdir()
    write_wav(tmp_path / "km" / f"{Phrase.HOME}.wav", earcon(Cue.ATTENTION))
    speaker.play(Announcement(Language.KM, Cue.DONE, (Phrase.HOME,)))
    output.begun.get(timeout=20)
    speaker.play(cue(Cue.REFUSED))
    assert output.begun.get(timeout=20) == earcon(Cue.REFUSED)


def test_a_phrase_follows_its_cue(speaker: SoundSpeaker, output: SlowOutput, tmp_path: Path) -> None:
    (tmp_path / "km").mkdir()
    write_wav(tmp_path / "km" / f"{Phrase.HOME}.wav", earcon(Cue.ATTENTION))
    output.end.set()
    speaker.play(Announcement(Language.KM, Cue.DONE, (Phrase.RETURNED, Phrase.HOME)))
    assert output.begun.get(timeout=20) == earcon(Cue.DONE)
    assert output.begun.get(timeout=20) == earcon(Cue.ATTENTION)


def test_a_device_that_vanishes_is_looked_for_and_used_again(
    speaker: SoundSpeaker, output: SlowOutput
) -> None:
    assert output.opened.get(timeout=20) is True
    speaker.play(cue(Cue.DONE))
    output.begun.get(timeout=20)
    output.lost.set()
    assert output.opened.get(timeout=20) is False
    assert (speaker.health().has_device, speaker.health().trouble) == (False, "PortAudioError")
    speaker.play(cue(Cue.SCANNED))
    output.lost.clear()
    while not output.opened.get(timeout=20):
        pass
    output.end.set()
    speaker.play(cue(Cue.ACCEPTED))
    while output.begun.get(timeout=20) != earcon(Cue.ACCEPTED):
        pass
    assert speaker.health().has_device


def test_stopping_cuts_off_what_is_heard(output: SlowOutput, tmp_path: Path) -> None:
    speaker = SoundSpeaker(output, Recordings((tmp_path,)))
    speaker.start(_nobody_may_be_told)
    speaker.play(cue(Cue.DONE))
    output.begun.get(timeout=20)
    speaker.stop()
    assert output.cut_off.get(timeout=20) == earcon(Cue.DONE)


def test_an_announcement_before_the_start_waits_for_nobody(output: SlowOutput, tmp_path: Path) -> None:
    SoundSpeaker(output, Recordings((tmp_path,))).play(cue(Cue.DONE))
    assert output.begun.empty()
