"""`bce-kiosk doctor sound`: whether there is a loudspeaker, and each sound by its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from appliance.cli import bench_trials
from appliance.model.speech import Cue
from appliance.unit import loudspeakers
from drivers.sound.clips import Clip
from drivers.sound.output import NoSound
from tests.appliance.cli.test_commands import call


class Loudspeaker:
    """Keeps what it was to play; `trouble` is why it cannot."""

    played: list[Clip]
    trouble: str | None

    def __init__(self, device: str | None, volume_percent: int) -> None:
        self.device, self.volume_percent = device, volume_percent

    def open(self) -> None:
        if self.trouble:
            raise NoSound(self.trouble)

    def play(self, clip: Clip, go_on: Callable[[], bool]) -> None:
        assert go_on()
        self.played.append(clip)


def told(folder: Path, monkeypatch: pytest.MonkeyPatch, trouble: str | None) -> dict[str, Any]:
    monkeypatch.setattr(Loudspeaker, "played", [], raising=False)
    monkeypatch.setattr(Loudspeaker, "trouble", trouble, raising=False)
    for module in (loudspeakers, bench_trials):
        monkeypatch.setattr(module, "Output", Loudspeaker)
    return dict(json.loads(call("doctor", "sound", "--library", folder, "--json").stdout))


def loudspeaker(answer: dict[str, Any]) -> list[str]:
    """What is said of it; how much of the voice is recorded is another finding."""
    causes = [one["cause"] for one in answer["findings"]]
    return [cause for cause in causes if not cause.startswith("voice_")]


def test_every_sound_is_played_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = told(tmp_path, monkeypatch, None)
    assert loudspeaker(answer) == ["sound_ready"]
    assert answer["played"] == list(Cue)
    assert len(Loudspeaker.played) == len(Cue)


@pytest.mark.parametrize("trouble", ["PortAudioError", "OSError"])
def test_without_a_loudspeaker_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    answer = told(tmp_path, monkeypatch, trouble)
    assert loudspeaker(answer) == ["sound_no_device"]
    assert answer["played"] == []


def test_a_volume_that_nobody_hears_is_to_be_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "devices.toml").write_text("[sound]\nvolume = 3\n")
    answer = told(tmp_path, monkeypatch, None)
    assert loudspeaker(answer) == ["sound_off"]
