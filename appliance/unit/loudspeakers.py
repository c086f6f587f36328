"""What is heard of a unit: its loudspeaker, and the voice that is recorded for it. In the devices file:

[sound]
device = "default"
volume = 80                  # in percent
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from appliance.doctor import sound, voice
from appliance.model import Language
from appliance.model.findings import Finding
from appliance.model.health import Reach, SoundHealth, VoiceHealth
from appliance.model.speech import Phrase
from appliance.ports import Speaker
from appliance.unit.device_kind import Around, DeviceKind, Fitted
from appliance.unit.device_settings import UNNAMED, DeviceRow, Percent, one_of_them
from drivers.sound.output import NoSound, Output
from drivers.sound.recordings import recordings_of
from drivers.sound.speaker import SoundSpeaker

if TYPE_CHECKING:
    from appliance.unit.simulated_devices import Simulated


class SoundRow(DeviceRow, frozen=True):
    """Where sounds are played; without a `device`, on the system's default one."""

    device: str | None = None
    volume: Percent = 80


FittedSpeaker = Fitted[Speaker, SoundHealth]
FittedVoice = Fitted[None, VoiceHealth]


def _fit(rows: tuple[SoundRow, ...], folder: Path) -> tuple[FittedSpeaker, ...]:
    return tuple(_fit_one(row, folder) for row in rows)


def _fit_one(row: SoundRow, folder: Path) -> FittedSpeaker:
    speaker = SoundSpeaker(Output(row.device, row.volume), recordings_of(folder))

    def health() -> SoundHealth:
        return SoundHealth(Reach.OPEN if speaker.health().has_device else Reach.MISSING, row.volume)

    return Fitted(speaker, health)


def _simulate(simulated: Simulated) -> tuple[FittedSpeaker, ...]:
    """A loudspeaker in memory is heard by nobody, and the doctor says so."""
    return (Fitted(simulated.plays_on, None),)


def _measure(row: SoundRow, _around: Around) -> SoundHealth:
    """Whether the device of the file is there; a running kiosk may share it."""
    try:
        Output(row.device, row.volume).open()
    except NoSound:
        return SoundHealth(Reach.MISSING, row.volume)
    return SoundHealth(Reach.OPEN, row.volume)


def _check(sounds: tuple[SoundHealth, ...]) -> tuple[Finding, ...]:
    return tuple(map(sound.check, sounds)) or (sound.check(None),)


SOUND = DeviceKind(
    name="sound",
    settings=one_of_them(SoundRow, SoundRow()),
    fit=_fit,
    simulate=_simulate,
    measure=_measure,
    check=_check,
)


def _voice_of(folder: Path) -> VoiceHealth:
    return VoiceHealth(recordings_of(folder).recorded(Language.KM), len(Phrase))


def _fit_voice(_rows: tuple[None, ...], folder: Path) -> tuple[FittedVoice, ...]:
    return (Fitted(None, lambda: _voice_of(folder)),)


def _check_voices(voices: tuple[VoiceHealth, ...]) -> tuple[Finding, ...]:
    return tuple(map(voice.check, voices))


VOICE = DeviceKind(
    name="voice",
    settings=UNNAMED,
    fit=_fit_voice,
    simulate=lambda _simulated: (),
    measure=lambda _row, around: _voice_of(around.folder),
    check=_check_voices,
)
