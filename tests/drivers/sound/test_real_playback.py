"""From an announcement through PortAudio and ALSA into a file, in a process of its own."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from array import array
from pathlib import Path
from typing import Any

import pytest

from appliance.model.speech import Cue, Phrase
from drivers.sound.clips import normalised, read_wav, write_wav
from drivers.sound.earcons import RATE_HZ, earcon

SPEAK = """
import json, sys, time
from pathlib import Path
from appliance.model import Language
from appliance.model.speech import Announcement, Cue, Phrase
from drivers.sound.output import Output
from drivers.sound.recordings import Recordings
from drivers.sound.speaker import SoundSpeaker

device, volume, folder, quiet_s = json.loads(sys.argv[1])
posted = []
speaker = SoundSpeaker(Output(device, volume), Recordings((Path(folder),)), look_again_s=quiet_s)
speaker.start(posted.append)
speaker.play(Announcement(Language.KM, Cue.DONE, (Phrase.RETURNED, Phrase.HOME)))
time.sleep(2.0)
health = speaker.health()
speaker.stop()
print(json.dumps([health.has_device, health.trouble, health.recorded["km"], [str(one) for one in posted]]))
"""


def speak(conf: Path, folder: Path, *, device: str | None = None, volume: int = 100) -> list[Any]:
    """[has a device, trouble, phrases recorded in Khmer, messages posted]"""
    env = os.environ | {"ALSA_CONFIG_PATH": str(conf)}
    words = [sys.executable, "-c", SPEAK, json.dumps([device, volume, str(folder), 0.2])]
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
    answer: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def recorded(folder: Path) -> float:
    """Record one Khmer phrase (a tone stands in for a voice); returns its length in seconds."""
    (folder / "km").mkdir()
    clip = normalised(earcon(Cue.ATTENTION), 0.1, 0.9)
    write_wav(folder / "km" / f"{Phrase.RETURNED}.wav", clip)
    return clip.length_s


def came_out(kept: Path) -> array[int]:
    return array("h", kept.read_bytes())


def test_a_cue_and_a_recorded_phrase_come_out_of_the_device(card: Path, kept: Path, tmp_path: Path) -> None:
    phrase_s = recorded(tmp_path)
    assert speak(card, tmp_path) == [True, "", 1, []]
    samples = came_out(kept)
    assert len(samples) / RATE_HZ == pytest.approx(earcon(Cue.DONE).length_s + phrase_s, abs=0.12)
    assert max(map(abs, samples)) / 32768 == pytest.approx(earcon(Cue.DONE).peak, abs=0.02)
    assert samples[: 2 * RATE_HZ // 10] == earcon(Cue.DONE).samples[: 2 * RATE_HZ // 10]


def test_the_volume_is_heard(card: Path, kept: Path, tmp_path: Path) -> None:
    speak(card, tmp_path, volume=25)
    quiet = max(map(abs, came_out(kept)))
    assert quiet / 32768 == pytest.approx(earcon(Cue.DONE).peak / 4, abs=0.01)
    assert not math.isclose(quiet, 0)


def test_a_phrase_that_nobody_recorded_leaves_the_cue_alone(card: Path, kept: Path, tmp_path: Path) -> None:
    assert speak(card, tmp_path) == [True, "", 0, []]
    assert len(came_out(kept)) / RATE_HZ == pytest.approx(earcon(Cue.DONE).length_s, abs=0.12)


def test_a_device_is_found_by_its_name(card: Path, kept: Path, tmp_path: Path) -> None:
    assert speak(card, tmp_path, device="default")[0] is True
    assert came_out(kept)


def test_without_any_device_there_is_silence_and_no_trouble_for_anybody(tmp_path: Path) -> None:
    none = tmp_path / "none.conf"
    none.write_text("pcm.!default { type hw card 31 }\n", encoding="utf-8")
    has_device, trouble, _, posted = speak(none, tmp_path)
    assert (has_device, posted) == (False, [])
    assert trouble


def test_a_device_of_another_name_is_not_taken_instead(card: Path, kept: Path, tmp_path: Path) -> None:
    assert speak(card, tmp_path, device="the loudspeaker")[:2] == [False, "ValueError"]
    assert not kept.exists()


def test_a_recording_at_another_rate_comes_out_as_long(card: Path, kept: Path, tmp_path: Path) -> None:
    recorded(tmp_path)
    path = tmp_path / "km" / f"{Phrase.RETURNED}.wav"
    clip = read_wav(path)
    faster = array("h", (sample for sample in clip.samples for _ in range(2)))
    write_wav(path, type(clip)(2 * clip.rate_hz, 1, faster))
    speak(card, tmp_path)
    seconds = len(came_out(kept)) / RATE_HZ
    assert seconds == pytest.approx(earcon(Cue.DONE).length_s + clip.length_s, abs=0.15)
