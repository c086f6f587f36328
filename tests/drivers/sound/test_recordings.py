"""Which recording is taken, what is not one, and how the made ones sound."""

from __future__ import annotations

import shutil
import wave
from pathlib import Path

import pytest

from appliance.model import Language
from appliance.model.speech import Cue, Phrase
from drivers.sound.clips import ClipUnreadable, louder, read_wav, write_wav
from drivers.sound.earcons import earcon
from drivers.sound.recordings import MADE, Recordings, recordings_of

SPOKEN = (Language.EN, Language.FR)
needs_voice = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


def record(folder: Path, phrase: Phrase, cue: Cue, language: Language = Language.KM) -> Path:
    (folder / language).mkdir(parents=True, exist_ok=True)
    path = folder / language / f"{phrase}.wav"
    write_wav(path, earcon(cue))
    return path


def test_what_the_site_recorded_wins(tmp_path: Path) -> None:
    site, made = tmp_path / "site", tmp_path / "made"
    record(site, Phrase.HOME, Cue.DONE)
    record(made, Phrase.HOME, Cue.REFUSED)
    record(made, Phrase.RETURNED, Cue.REFUSED)
    both = Recordings((site, made))
    assert both.clip(Phrase.HOME, Language.KM) == earcon(Cue.DONE)
    assert both.clip(Phrase.RETURNED, Language.KM) == earcon(Cue.REFUSED)
    assert both.clip(Phrase.BASKET, Language.KM) is None
    assert both.recorded(Language.KM) == 2


def test_a_broken_recording_of_the_site_gives_way_to_the_made_one(tmp_path: Path) -> None:
    site, made = tmp_path / "site", tmp_path / "made"
    record(made, Phrase.HOME, Cue.DONE)
    path = record(site, Phrase.HOME, Cue.REFUSED)
    path.write_bytes(path.read_bytes()[:500])
    assert Recordings((site, made)).clip(Phrase.HOME, Language.KM) == earcon(Cue.DONE)


@pytest.mark.parametrize(
    ("channels", "bytes_each", "rate_hz", "seconds"),
    [
        (3, 2, 22_050, 1),
        (1, 1, 22_050, 1),
        (1, 3, 22_050, 1),
        (1, 2, 96_000, 1),
        (1, 2, 8_000, 21),
        (1, 2, 8_000, 0),
    ],
)
def test_what_we_cannot_play_is_said_to_be_so(
    tmp_path: Path, channels: int, bytes_each: int, rate_hz: int, seconds: int
) -> None:
    path = tmp_path / "odd.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, bytes_each, rate_hz, 0, "NONE", ""))
        file.writeframes(bytes(channels * bytes_each * rate_hz * seconds))
    with pytest.raises(ClipUnreadable):
        read_wav(path)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"OggS" + bytes(100), b"\xff\xfb\x90"])
def test_another_file_is_no_recording(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.wav"
    path.write_bytes(content)
    with pytest.raises(ClipUnreadable):
        read_wav(path)


def test_louder_is_held_within_sixteen_bits() -> None:
    assert louder(earcon(Cue.DONE), 100).peak == 1.0


@needs_voice
@pytest.mark.parametrize("language", SPOKEN)
def test_english_and_french_are_spoken_whole(language: Language, tmp_path: Path) -> None:
    assert recordings_of(tmp_path).recorded(language) == len(Phrase)


def test_khmer_is_spoken_by_people_only(tmp_path: Path) -> None:
    assert not (MADE / Language.KM).exists()
    assert recordings_of(tmp_path).recorded(Language.KM) == 0


@needs_voice
@pytest.mark.parametrize("phrase", Phrase)
@pytest.mark.parametrize("language", SPOKEN)
def test_a_spoken_phrase_is_short_clear_of_clipping_and_as_loud_as_a_cue(
    language: Language, phrase: Phrase
) -> None:
    clip = read_wav(MADE / language / f"{phrase}.wav")
    assert 0.4 < clip.length_s < 9
    assert 0.2 < clip.peak < 0.9
    assert 0.07 < clip.rms < 0.15
