"""The short sounds: soft, short, alike in loudness, apart in melody."""

from __future__ import annotations

from array import array
from itertools import combinations, pairwise

import pytest

from appliance.model.speech import Cue
from drivers.sound.clips import Clip
from drivers.sound.earcons import EARCONS, PEAK_MOST, earcon

CLIPS = {cue: earcon(cue) for cue in Cue}


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_is_short(cue: Cue) -> None:
    assert 0.05 <= CLIPS[cue].length_s <= 0.301


@pytest.mark.parametrize("cue", Cue)
def test_no_cue_clips(cue: Cue) -> None:
    assert 0.1 < CLIPS[cue].peak <= PEAK_MOST + 0.001


def test_none_is_louder_than_another() -> None:
    loudness = [clip.rms for clip in CLIPS.values()]
    assert max(loudness) / min(loudness) < 1.05


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_begins_and_ends_without_a_click(cue: Cue) -> None:
    samples = CLIPS[cue].samples
    assert abs(samples[0]) < 300
    assert abs(samples[-1]) < 600


@pytest.mark.parametrize(("one", "other"), [*combinations(Cue, 2)])
def test_two_cues_differ_in_their_melody(one: Cue, other: Cue) -> None:
    assert melody(one) != melody(other)


def melody(cue: Cue) -> tuple[int, ...]:
    """Up, down or level from tone to tone; the number of tones is its length."""
    tones = [tone.hz for tone in EARCONS[cue] if tone.hz]
    return (len(tones), *((b > a) - (b < a) for a, b in pairwise(tones)))


@pytest.mark.parametrize("cue", Cue)
def test_every_tone_can_be_heard_by_old_ears_and_said_by_small_loudspeakers(cue: Cue) -> None:
    assert all(400 <= tone.hz <= 1400 for tone in EARCONS[cue] if tone.hz)


def test_silence_has_no_loudness() -> None:
    assert Clip(22_050, 1, array("h")).rms == 0
