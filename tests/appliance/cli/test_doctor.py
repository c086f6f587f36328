"""`bce-kiosk doctor`: what it says, in two shapes, and what its exit codes mean."""

from __future__ import annotations

import json
import os
import pty
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from appliance.cli import doctor
from appliance.cli.exits import Exit
from appliance.model.health import DiskHealth, MachineHealth, ScreenHealth
from appliance.store.database import FILE_NAME
from tests.appliance.cli.test_commands import call
from tests.flows.storyboard import Storyboard, borrows

WELL = MachineHealth(
    "A small computer", 48.0, None, 2000, 900, 0.2, DiskHealth(9000, 30_000), ScreenHealth(1, 1, 1280, 800)
)


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that is well, whatever the one is on which the tests run."""
    monkeypatch.setattr(doctor, "measure", lambda _folder: WELL)


@pytest.fixture
def lent(story: Storyboard) -> Path:
    """A library with two open loans, and no kiosk running on it."""
    borrows(story, "Chanthy", "B1", "B2")
    story.store.close()
    return story.folder


@pytest.fixture
def scanner() -> Iterator[str]:
    """A serial line with a scanner at its other end."""
    ours, theirs = pty.openpty()
    yield os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


def names_scanner(folder: Path, path: str) -> None:
    (folder / "devices.toml").write_text(f'[[scanner]]\nserial = "{path}"\n')


def causes(told: dict[str, Any]) -> dict[str, str]:
    return {one["check"]: one["cause"] for one in told["findings"]}


def test_what_is_well_and_what_is_to_be_watched(lent: Path, scanner: str) -> None:
    names_scanner(lent, scanner)
    result = call("doctor", "--library", lent, "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == Exit.TO_BE_WATCHED
    assert causes(told)["scanner"] == "scanner_ready"
    assert causes(told)["database"] == "database_sound"
    assert causes(told)["chain"] == "chain_holds"
    assert causes(told)["backup"] == "backup_not_told"
    assert told["status"].startswith("1//bce-status//")
    assert "//8//8//4//2//" in told["status"]


def test_what_is_broken_comes_first_with_what_to_do(lent: Path) -> None:
    names_scanner(lent, "/dev/ttyNowhere")
    result = call("doctor", "--library", lent)
    assert result.exit_code == Exit.FAULTS_FOUND
    lines = result.stdout.splitlines()
    assert lines[0].split("  ")[0] == "✗ broken"
    assert "The scanner on the reader’s side is not there." in lines[0]
    assert "→ Push its plug in at both ends." in lines[1]


def test_it_answers_in_the_technicians_language(lent: Path) -> None:
    french = call("doctor", "--library", lent, "--language", "fr").stdout
    khmer = call("doctor", "--library", lent, "--language", "km").stdout
    assert "Aucun scanner n’est nommé" in french
    assert "ម៉ាស៊ីនស្កេន" in khmer
    assert "\u200b" not in khmer


def test_a_running_kiosk_is_said_kindly_and_left_alone(story: Storyboard) -> None:
    result = call("doctor", "--library", story.folder, "--json")
    assert causes(json.loads(result.stdout))["database"] == "database_held"
    borrows(story, "Chanthy", "B1")


def test_without_a_library_nothing_is_made(tmp_path: Path) -> None:
    result = call("doctor", "--library", tmp_path / "typo", "--json")
    assert causes(json.loads(result.stdout))["database"] == "database_missing"
    assert not (tmp_path / "typo").exists()


def test_a_damaged_library_is_told_and_the_rest_still_looked_at(lent: Path) -> None:
    (lent / FILE_NAME).write_bytes(b"x" * 4096)
    told = causes(json.loads(call("doctor", "--library", lent, "--json").stdout))
    assert (told["database"], told["chain"]) == ("database_damaged", "chain_unread")
    assert told["disk"] == "disk_room"


def test_a_devices_file_that_cannot_be_used_is_told(lent: Path) -> None:
    (lent / "devices.toml").write_text("[[scaner]]\n")
    result = call("doctor", "--library", lent, "--json")
    assert result.exit_code == Exit.FILE_REFUSED
    assert "devices.toml" in json.loads(result.stdout)["detail"]


@pytest.mark.parametrize("shape", [(), ("--json",)])
def test_it_names_no_reader_no_title_and_no_code(story: Storyboard, shape: tuple[str, ...]) -> None:
    borrows(story, "Chanthy", "B1", "B2")
    codes = [story.card_of("Chanthy"), story.badge_of("Guard Rith")]
    story.store.close()
    told = call("doctor", "--library", story.folder, *shape).stdout
    assert [word for word in ("Chanthy", "Guard Rith", "ទុំទាវ", "គតិលោក", *codes) if word in told] == []
