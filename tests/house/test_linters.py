"""Style, types and who imports whom are tests like any other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.house.tree import HOUSE

LINTERS = {
    "ruff check": ["-m", "ruff", "check", "--quiet"],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet"],
    "mypy": ["-m", "mypy", "--no-error-summary"],
}


@pytest.mark.parametrize("name", LINTERS)
def test_the_whole_house_passes(name: str) -> None:
    outcome = subprocess.run(
        [sys.executable, *LINTERS[name]], cwd=HOUSE, capture_output=True, text=True, check=False
    )

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_shell_scripts_pass_shellcheck() -> None:
    if which("shellcheck") is None:
        pytest.skip("shellcheck is not installed (apt-get install shellcheck)")
    scripts = [*Path(HOUSE, "provisioning").glob("*.sh"), HOUSE / ".ci/run"]

    outcome = subprocess.run(["shellcheck", *map(str, scripts)], capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout
