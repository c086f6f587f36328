"""The shape of the house: its rooms, the names on the doors, the size of a module."""

from __future__ import annotations

import re
from statistics import median

import pytest

from tests.house.tree import HOUSE, is_text, tracked_files

ROOMS = {"appliance", "ui", "drivers", "provisioning", "systemd", "tests", "docs"}
FILES = {"pyproject.toml", "README.md", "Makefile"}
VAGUE = {"user", "users", "item", "items", "data", "info", "manager", "helper", "helpers", "util", "utils"}
VAGUE |= {"base", "common", "misc", "core", "stuff"}
# Built from pieces, or this file would find itself.
MACHINE_PATH = re.compile("|".join(["/" + "work/", "/" + "home/[a-z]+/", "/" + "root/", "/" + "opt/pypi"]))
REGISTRY = re.compile(
    "|".join(["pypi" + r"\.org", "files.python" + "hosted", "--index" + "-url", "--find" + "-links"])
)
FONTS = {".ttf", ".otf", ".woff", ".woff2", ".ttc", ".mo"}


def test_the_top_level_holds_the_rooms_and_nothing_else() -> None:
    top = {path.parts[0] for path in tracked_files() if not path.parts[0].startswith(".")}

    assert top == ROOMS | FILES


def test_no_module_has_a_vague_name() -> None:
    vague = [path for path in tracked_files() if path.suffix == ".py" and VAGUE & set(path.stem.split("_"))]

    assert vague == []


def test_no_module_is_longer_than_250_lines() -> None:
    modules = [path for path in tracked_files() if path.suffix in {".py", ".kv"}]
    lines = {path: len((HOUSE / path).read_text(encoding="utf-8").splitlines()) for path in modules}

    assert {path: count for path, count in lines.items() if count > 250} == {}
    assert median(lines.values()) < 90


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["paths", "registries"])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = {}
    for path in filter(is_text, tracked_files()):
        match = pattern.search((HOUSE / path).read_text(encoding="utf-8", errors="replace"))
        if match:
            found[str(path)] = match.group()

    assert found == {}


def test_no_font_and_no_compiled_translation_is_committed() -> None:
    assert [path for path in tracked_files() if path.suffix in FONTS] == []
