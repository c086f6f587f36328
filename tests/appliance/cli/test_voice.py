"""`bce-kiosk voice` helps whoever records the phrases."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from appliance.cli.app import app
from appliance.cli.exits import Exit
from appliance.cli.voice import LONGEST_S, Fault, fault_of
from appliance.language.voice import spoken
from appliance.model import Language
from appliance.model.speech import Cue, Phrase
from drivers.sound.clips import Clip, louder, write_wav
from drivers.sound.earcons import earcon

GOOD = earcon(Cue.DONE)
LONG = Clip(GOOD.rate_hz, 1, GOOD.samples * (int(LONGEST_S / GOOD.length_s) + 1))


def test_every_phrase_is_listed_with_its_khmer_words() -> None:
    listed = json.loads(CliRunner().invoke(app, ["voice", "list", "--json"]).stdout)
    assert [row["phrase"] for row in listed] == list(Phrase)
    assert [row["text"] for row in listed] == [spoken(phrase, Language.KM) for phrase in Phrase]


def test_the_list_can_be_printed_as_a_table() -> None:
    printed = CliRunner().invoke(app, ["voice", "list", "--csv", "--language", "fr"]).stdout
    rows = list(csv.DictReader(printed.splitlines()))
    assert {"phrase": "returned", "text": spoken(Phrase.RETURNED, Language.FR)} in rows


@pytest.mark.parametrize(
    ("clip", "fault"),
    [
        (GOOD, None),
        (LONG, Fault.TOO_LONG),
        (louder(GOOD, 9), Fault.CLIPPED),
        (louder(GOOD, 0.05), Fault.TOO_QUIET),
    ],
)
def test_a_recording_is_judged(tmp_path: Path, clip: Clip, fault: Fault | None) -> None:
    write_wav(tmp_path / "returned.wav", clip)
    assert fault_of(tmp_path / "returned.wav") is fault


def test_what_is_no_recording_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "returned.wav").write_bytes(b"OggS")
    assert fault_of(tmp_path / "returned.wav") is Fault.UNREADABLE
    assert fault_of(tmp_path / "home.wav") is Fault.MISSING


def test_a_folder_is_checked_until_it_is_whole(tmp_path: Path) -> None:
    for phrase in Phrase:
        write_wav(tmp_path / f"{phrase}.wav", GOOD)
    (tmp_path / "home.wav").unlink()
    checked = CliRunner().invoke(app, ["voice", "check", str(tmp_path), "--json"])
    assert checked.exit_code == Exit.FILE_REFUSED
    assert json.loads(checked.stdout) == [{"phrase": "home", "fault": "missing"}]
    write_wav(tmp_path / "home.wav", GOOD)
    assert CliRunner().invoke(app, ["voice", "check", str(tmp_path)]).exit_code == Exit.WELL
