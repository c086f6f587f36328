"""What is installed on a unit is whole: every module, screen, migration, font and translation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import HOUSE, tracked_files

ROOMS = ("appliance", "ui", "drivers")
NOT_INSTALLED = {".po", ".md"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that no build folder is left in the house."""
    copy = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(HOUSE / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "docs/LICENSE"):
        (copy / file).parent.mkdir(exist_ok=True)
        shutil.copy(HOUSE / file, copy / file)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(copy), str(copy)], check=True, capture_output=True)
    return next(copy.glob("*.whl"))


def test_the_wheel_holds_everything_a_unit_needs(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = [path for path in tracked_files() if path.parts[0] in ROOMS and path.suffix not in NOT_INSTALLED]
    made = [path.relative_to(HOUSE) for path in _made()]
    assert made
    assert {str(path) for path in (*ours, *made)} - held == set()


def test_what_is_installed_runs_without_the_house(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    catalogue = tmp_path / "catalogue.csv"
    catalogue.write_text("title\nទុំទាវ\n", "utf-8")
    library = str(tmp_path / "library")
    env = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
    for words in (["import", str(catalogue)], ["search", "ទុំ"], ["journal", "verify"]):
        command = [sys.executable, "-m", "appliance", *words, "--library", library, "--json"]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def _made() -> list[Path]:
    """Fonts, translations and voices, which `make assets` has made before the tests."""
    language = HOUSE / "appliance/language"
    voices = language.glob("voice/made/*/*.wav")
    return [*language.glob("fonts/*"), *language.glob("locale/*/LC_MESSAGES/*.mo"), *voices]
