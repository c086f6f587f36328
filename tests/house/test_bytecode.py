"""A start that has to compile its modules takes half as long again."""

from __future__ import annotations

import os
from importlib.util import cache_from_source
from pathlib import Path

from provisioning.assets import ROOMS, compile_modules
from tests.house.tree import HOUSE


def _compiled_from_s(module: Path) -> int:
    """The time of the source that the bytecode says it was made from, in seconds (PEP 552)."""
    return int.from_bytes(Path(cache_from_source(str(module))).read_bytes()[8:12], "little")


def test_modules_without_bytecode_or_with_an_old_one_are_compiled(tmp_path: Path) -> None:
    old, new = tmp_path / "old.py", tmp_path / "deep" / "new.py"
    new.parent.mkdir()
    old.write_text("x = 1\n")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    compile_modules([tmp_path])
    assert _compiled_from_s(old) == 1_000_000_000
    old.write_text("x = 2\n")
    os.utime(old, (1_100_000_000, 1_100_000_000))
    new.write_text("y = 1\n")
    compile_modules([tmp_path])
    assert _compiled_from_s(old) == 1_100_000_000
    assert Path(cache_from_source(str(new))).is_file()


def test_all_rooms_that_a_start_loads_are_compiled_ahead() -> None:
    shipped = {path.parent.name for path in HOUSE.glob("*/__init__.py")} - {"tests", "provisioning"}
    assert shipped == set(ROOMS)
