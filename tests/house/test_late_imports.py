"""Imports inside functions are few, and each says beside it why it may not stand at the top."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.tree import HOUSE, tracked_files

MOST = 14
"""Nobody raises it: what comes late costs a reader who looks for it, and an error at midnight."""
ROOMS = {"appliance", "drivers", "ui"}
Import = ast.Import | ast.ImportFrom


def late_imports(source: str) -> list[Import]:
    functions = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.FunctionDef)]
    found = {inner.lineno: inner for one in functions for inner in ast.walk(one) if isinstance(inner, Import)}
    return [found[line] for line in sorted(found)]


def has_reason(lines: list[str], late: Import) -> bool:
    """A comment right above the import, or above those that stand right above it."""
    above = late.lineno - 2
    while lines[above].strip().startswith(("import ", "from ")):
        above -= 1
    return lines[above].strip().startswith("#")


def house() -> dict[Path, str]:
    modules = [path for path in tracked_files() if path.suffix == ".py" and path.parts[0] in ROOMS]
    return {path: (HOUSE / path).read_text(encoding="utf-8") for path in modules}


def test_few_imports_are_inside_functions() -> None:
    late = [f"{path}:{one.lineno}" for path, source in house().items() for one in late_imports(source)]

    assert len(late) <= MOST, "\n".join(late)


def test_each_says_why() -> None:
    unexplained = [
        f"{path}:{one.lineno}"
        for path, source in house().items()
        for one in late_imports(source)
        if not has_reason(source.splitlines(), one)
    ]

    assert unexplained == []


def test_an_import_without_a_reason_is_found() -> None:
    source = "def asked():\n    # It takes 9 s.\n    import slow\n\n    import quick\n"
    first, second = late_imports(source)

    assert has_reason(source.splitlines(), first)
    assert not has_reason(source.splitlines(), second)
