"""Who may import whom, and that each of these rules can say no."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import HOUSE

LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"
PACKAGES = ("appliance", "drivers", "ui")

# The module that misbehaves, its import, and the rule that must notice.
MISDEEDS = [
    ("ui/app.py", "import appliance.store.circulation.loans", "Only the entrance knows the store"),
    (
        "drivers/printer/queue.py",
        "import appliance.store.circulation.loans",
        "Only the entrance knows the store",
    ),
    (
        "appliance/kiosk/scans.py",
        "import appliance.store.circulation.loans",
        "Only the entrance knows the store",
    ),
    ("drivers/printer/queue.py", "import ui.app", "Only the entrance knows the screen"),
    ("appliance/loop.py", "import drivers.printer.queue", "Only the entrance knows the devices"),
    ("ui/app.py", "import drivers.printer.queue", "Only the entrance knows the devices"),
    ("appliance/lending/due.py", "import peewee", "Only the store knows the database"),
    ("appliance/catalogue/folding.py", "import apsw", "Only the store knows the database"),
    ("appliance/store/people.py", "import peewee", "In the store only the register"),
    ("drivers/printer/queue.py", "import kivy", "Only the screen knows Kivy"),
    ("appliance/paper/codes.py", "import escpos", "Only the printer knows ESC/POS"),
    ("appliance/model.py", "import appliance.status", "The rooms of the library"),
    ("appliance/lending/due.py", "import appliance.kiosk.scans", "The rooms of the library"),
    ("appliance/attic.py", "import appliance.model", "The rooms of the library"),
    ("appliance/language/dates.py", "import appliance.status", "Languages know only"),
    ("ui/app.py", "import appliance.lending.due", "The screen sees only"),
    ("ui/app.py", "import appliance.cli.app", "The screen sees only"),
    ("drivers/printer/queue.py", "import appliance.lending.due", "A device sees only"),
    ("drivers/printer/queue.py", "import appliance.status", "A device does not read"),
]


def lint_imports(house: Path) -> subprocess.CompletedProcess[str]:
    """A house elsewhere is found before the installed one: lint-imports looks in its folder first."""
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )


@pytest.fixture
def small_copy(tmp_path: Path) -> Path:
    without = shutil.ignore_patterns("__pycache__", "fonts", "locale")
    for package in PACKAGES:
        shutil.copytree(HOUSE / package, tmp_path / package, ignore=without)
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    return tmp_path


def test_everyone_imports_only_what_their_room_allows() -> None:
    outcome = lint_imports(HOUSE)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("module", "misdeed", "rule"), MISDEEDS)
def test_a_forbidden_import_breaks_its_rule(small_copy: Path, module: str, misdeed: str, rule: str) -> None:
    with (small_copy / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{misdeed}\n")

    outcome = lint_imports(small_copy)

    assert outcome.returncode == 1
    broken = [line for line in outcome.stdout.splitlines() if " BROKEN" in line]
    assert any(line.startswith(rule) for line in broken), outcome.stdout
