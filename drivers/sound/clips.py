"""A piece of sound in memory, and the one file format we take: PCM WAV of 16 bits (stdlib's `wave`).

Ogg and FLAC are not taken: the wheel that reads them (`soundfile`) wants NumPy for its arrays, on every
unit, for files that every recorder and phone program also saves as WAV.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

FULL_SCALE = 32768
LONGEST_S = 20.0
RATES_HZ = (8_000, 48_000)


class ClipUnreadable(Exception):
    """Not a WAV file of 16 bits, mono or stereo, of 8 to 48 kHz and at most 20 s; says which."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Signed samples of 16 bits, channel by channel within a frame."""

    rate_hz: int
    channels: int
    samples: array[int]

    @property
    def length_s(self) -> float:
        return len(self.samples) / self.channels / self.rate_hz

    @property
    def peak(self) -> float:
        """The loudest sample, 0 to 1."""
        return max((abs(sample) for sample in self.samples), default=0) / FULL_SCALE

    @property
    def rms(self) -> float:
        """How loud it is as a whole, 0 to 1."""
        if not self.samples:
            return 0.0
        return math.sqrt(sum(sample * sample for sample in self.samples) / len(self.samples)) / FULL_SCALE


def read_wav(path: Path) -> Clip:
    """Raises ClipUnreadable, also for a file that is not there or is cut short."""
    try:
        with wave.open(str(path), "rb") as file:
            _check(file.getparams())
            frames = file.readframes(file.getnframes())
            rate_hz, channels, promised = file.getframerate(), file.getnchannels(), file.getnframes()
    except (OSError, EOFError, wave.Error) as error:
        raise ClipUnreadable(f"not a WAV file of 16 bits: {type(error).__name__}") from error
    if len(frames) < 2 * channels * promised:
        raise ClipUnreadable("the file is cut short")
    samples = array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    return Clip(rate_hz, channels, samples)


def _check(form: wave._wave_params) -> None:
    if form.sampwidth != 2:
        raise ClipUnreadable(f"{8 * form.sampwidth} bits, not 16")
    if form.nchannels not in (1, 2):
        raise ClipUnreadable(f"{form.nchannels} channels, not 1 or 2")
    if not RATES_HZ[0] <= form.framerate <= RATES_HZ[1]:
        raise ClipUnreadable(f"{form.framerate} Hz, not 8000 to 48000")
    if not 0 < form.nframes <= LONGEST_S * form.framerate:
        raise ClipUnreadable(f"{form.nframes / form.framerate:.0f} s, not up to {LONGEST_S:.0f}")


def write_wav(path: Path, clip: Clip) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((clip.channels, 2, clip.rate_hz, 0, "NONE", ""))
        file.writeframes(clip.samples.tobytes())


def louder(clip: Clip, factor: float) -> Clip:
    """Every sample times `factor`, held within the 16 bits."""
    samples = array("h", (max(-32768, min(32767, round(sample * factor))) for sample in clip.samples))
    return Clip(clip.rate_hz, clip.channels, samples)


def normalised(clip: Clip, rms: float, peak_most: float) -> Clip:
    """As loud as `rms` (0 to 1), or a little softer where its peak would pass `peak_most`. Silence stays."""
    if not clip.peak:
        return clip
    return louder(clip, min(rms / clip.rms, peak_most / clip.peak))
