"""The README's two commands, the builds and the locks say the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import HOUSE

LOCKS = sorted((HOUSE / "provisioning/lock").glob("*.txt"))


def commands_in_readme() -> list[str]:
    """The lines of every ```sh block."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (HOUSE / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def requirements(lock: Path) -> list[str]:
    """Each requirement of a lock with its hashes, on one line."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def test_the_readme_shows_the_two_commands() -> None:
    assert {"make run", "make test"} <= set(commands_in_readme())


def test_the_builds_run_exactly_the_readmes_test_command() -> None:
    lines = (HOUSE / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]

    assert commands == ["make test"]
    assert (HOUSE / ".ci/run").stat().st_mode & 0o111


def test_every_command_in_the_readme_is_a_target_or_our_program() -> None:
    listed = subprocess.run(["make", "help"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"make ([a-z-]+)", listed))

    for command in commands_in_readme():
        words = command.split()
        if words[0] == "make":
            assert words[1] in targets, command


def test_both_locks_are_there() -> None:
    assert [lock.name for lock in LOCKS] == ["run.txt", "test.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_and_hashed(lock: Path) -> None:
    for requirement in requirements(lock):
        assert re.match(r"[a-z0-9._-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", requirement), requirement[:80]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_place_to_fetch_from(lock: Path) -> None:
    assert not re.search(r"://|^\s*-[^-]|--(?!hash)", lock.read_text(encoding="utf-8"), re.M)


def test_the_lock_for_tests_holds_all_that_the_kiosk_runs_on() -> None:
    run, test = ({line.split()[0] for line in requirements(lock)} for lock in LOCKS)

    assert run < test


def test_everything_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["assets"]]
    locked = {line.split("==")[0] for line in requirements(HOUSE / "provisioning/lock/run.txt")}

    assert {re.split(r"[<>=\[;]", name)[0] for name in asked} <= locked


@pytest.mark.long
@pytest.mark.parametrize("python", ["python3.11", "python3.12", "python3.13"])
def test_the_lock_installs_under_every_python_we_support(python: str, tmp_path: Path) -> None:
    found = shutil.which(python)
    if found is None or subprocess.run([found, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip(f"{python} is not on this machine")
    subprocess.run([found, "-m", "venv", tmp_path], check=True)

    wheels = ["--quiet", "--only-binary", ":all:", "--require-hashes", "-r"]
    subprocess.run(
        [tmp_path / "bin/pip", "install", *wheels, HOUSE / "provisioning/lock/test.txt"], check=True
    )

    subprocess.run([tmp_path / "bin/pip", "check"], check=True)
