"""A checkout that was copied or moved makes its .venv anew; and what is to be typed can be typed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import HOUSE

PIP = """#!/bin/sh
echo "$@" >>"$(dirname "$0")/../../pip.log"
"""
PYTHON = """#!/bin/sh
case "$1" in
-m) mkdir -p .venv/bin && cp "$FAKES/python3.11" .venv/bin/python &&
    { echo "#!/bin/sh"; echo "# $PWD/.venv/bin/python"; tail -n 1 "$FAKES/pip"; } >.venv/bin/pip &&
    chmod +x .venv/bin/pip && echo venv >>pip.log ;;
esac
"""
ENOUGH = '#!/bin/sh\\necho "install ok installed"\\n'.replace("\\n", "\n")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The preparing script and what it reads, with a Python and a pip that only note what they were told."""
    fakes = tmp_path / "fakes"
    fakes.mkdir()
    for name, text in (("python3.11", PYTHON), ("python3.13", PYTHON), ("pip", PIP), ("dpkg-query", ENOUGH)):
        (fakes / name).write_text(text)
        (fakes / name).chmod(0o755)
    monkeypatch.setenv("FAKES", str(fakes))
    monkeypatch.setenv("PATH", f"{fakes}:{os.environ['PATH']}")
    made = tmp_path / "first"
    shutil.copytree(HOUSE / "provisioning", made / "provisioning")
    shutil.copy(HOUSE / "pyproject.toml", made)
    assert prepared(made) == "venv"
    return made


def prepared(folder: Path) -> str:
    """What was made first, empty when nothing was."""
    (folder / "pip.log").unlink(missing_ok=True)
    subprocess.run([folder / "provisioning/prepare.sh", "test"], check=True, capture_output=True)
    log = folder / "pip.log"
    return log.read_text().splitlines()[0] if log.exists() else ""


def test_in_its_own_place_nothing_is_made_twice(checkout: Path) -> None:
    assert prepared(checkout) == ""


def test_a_copied_checkout_makes_its_own(checkout: Path) -> None:
    copy = checkout.with_name("second")
    shutil.copytree(checkout, copy, symlinks=True)
    assert prepared(copy) == "venv"
    assert str(copy) in (copy / ".venv/bin/pip").read_text()
    assert prepared(checkout) == ""


def test_a_moved_checkout_makes_its_own(checkout: Path) -> None:
    moved = checkout.rename(checkout.with_name("moved"))
    assert prepared(moved) == "venv"
    assert prepared(moved) == ""


TOOLS = ("bash", "env", "dirname", "uname", "grep", "sed", "head", "tr", "cat", "sha256sum", "mkdir", "cp")


@pytest.mark.parametrize(
    ("has_sudo", "line"),
    [
        (True, "  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 "),
        (False, "  su -c 'apt-get update && apt-get install -y --no-install-recommends libgl1 "),
    ],
    ids=["sudo", "bare Debian"],
)
def test_who_may_not_install_is_given_a_line_that_can_be_typed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, has_sudo: bool, line: str
) -> None:
    fakes = checkout.with_name("fakes")
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (fakes / tool).symlink_to(found)
    spoken = {"id": "echo 1000", "dpkg-query": "exit 1"} | ({"sudo": "exit 1"} if has_sudo else {})
    for name, says in spoken.items():
        (fakes / name).write_text(f"#!/bin/sh\n{says}\n")
        (fakes / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(fakes))
    done = subprocess.run(
        [checkout / "provisioning/prepare.sh", "test"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert line in done.stderr
    assert " xdotool" in done.stderr.splitlines()[-1]
