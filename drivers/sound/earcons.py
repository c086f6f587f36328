"""The short sounds, made from a table when first heard: soft, apart by melody, none louder than another.

All lie between 400 and 1400 Hz: age and noise take the high tones first (ISO 7029), and small loudspeakers
have no low ones. A second partial makes each tone easier to hear through talk than a bare sine.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass

from appliance.model.speech import Cue
from drivers.sound.clips import Clip, normalised

RATE_HZ = 22_050
RMS = 0.14
"""About -17 dB under full scale, as the voices."""
PEAK_MOST = 0.7
_RISE_S = 0.008
"""A tone that begins at once clicks."""


@dataclass(frozen=True, slots=True)
class Tone:
    """`hz` 0 is a rest. `fade` is how fast it dies away: 0 holds, 6 is a struck bar."""

    hz: float
    length_s: float
    fade: float = 3.0


EARCONS: dict[Cue, tuple[Tone, ...]] = {
    # one short knock: heard, nothing changed
    Cue.SCANNED: (Tone(660, 0.09, 6.0),),
    # up a fifth: yes, go on
    Cue.ACCEPTED: (Tone(659, 0.08), Tone(988, 0.14, 4.0)),
    # two low equal tones: not this way; no buzzer
    Cue.REFUSED: (Tone(440, 0.11), Tone(0, 0.04), Tone(440, 0.14)),
    # three up, the last one rings: done
    Cue.DONE: (Tone(659, 0.07), Tone(831, 0.07), Tone(1319, 0.16, 4.0)),
    # high, low, high: come and look
    Cue.ATTENTION: (Tone(988, 0.09), Tone(622, 0.09), Tone(988, 0.12)),
}


def earcon(cue: Cue) -> Clip:
    """The sound of `cue`: mono, at most 0.3 s, as loud as every other one."""
    samples = array("h", (round(20_000 * level) for tone in EARCONS[cue] for level in _levels(tone)))
    return normalised(Clip(RATE_HZ, 1, samples), RMS, PEAK_MOST)


def _levels(tone: Tone) -> list[float]:
    """-1 to 1, sample by sample."""
    count = round(tone.length_s * RATE_HZ)
    return [_envelope(tone, at / RATE_HZ) * _wave(tone.hz, at / RATE_HZ) for at in range(count)]


def _wave(hz: float, at_s: float) -> float:
    turn = 2 * math.pi * hz * at_s
    return 0.8 * math.sin(turn) + 0.2 * math.sin(2 * turn)


def _envelope(tone: Tone, at_s: float) -> float:
    left_s = tone.length_s - at_s
    return min(1.0, at_s / _RISE_S, left_s / _RISE_S) * math.exp(-tone.fade * at_s / tone.length_s)
