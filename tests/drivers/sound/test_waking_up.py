"""PortAudio is put to sleep and woken to look for devices anew; a wake that failed is tried again."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from drivers.sound.output import NoSound, Output


class PortAudioError(Exception):
    pass


class PortAudio(ModuleType):
    """Refuses to sleep twice, as the real one does, and wakes only when it can."""

    PortAudioError = PortAudioError

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.awake, self.can_wake = True, True

    def _terminate(self) -> None:
        if not self.awake:
            raise PortAudioError("not initialised")
        self.awake = False

    def _initialize(self) -> None:
        if not self.can_wake:
            raise PortAudioError("no host")
        self.awake = True

    def check_output_settings(self, **_settings: object) -> None:
        """Every device is there."""


def test_sound_that_could_not_wake_comes_back_when_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    library = PortAudio()
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    output = Output(None, 80)
    output.open()
    library.can_wake = False
    for _ in range(3):
        with pytest.raises(NoSound, match="PortAudioError"):
            output.open()
    library.can_wake = True
    output.open()
    assert library.awake
