"""What mutmut has found out of each mutant, read from the files it keeps."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path

MUTANTS = Path(__file__).parents[2] / "mutants"
_KILLED_BY = {1, 3}
"""Exit codes of pytest: a test failed, or pytest itself broke on the mutant."""
_OUT_OF_TIME = {36, -24, 24, 152, 255, -9}
"""As mutmut counts them: more than four times the CPU seconds of the same tests unharmed."""


class Verdict(StrEnum):
    KILLED = "killed"
    LIVED = "lived"
    """Also where no test comes near."""
    UNTRIED = "untried"


def read_verdicts() -> dict[str, Verdict]:
    """Every mutant by its name: `appliance.lending.due.x_due_on__mutmut_1`."""
    return {
        name: _verdict(code)
        for file in sorted((MUTANTS / "appliance").rglob("*.meta"))
        for name, code in json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"].items()
    }


def room_of(name: str) -> str:
    return name.split(".")[1]


def _verdict(code: int | None) -> Verdict:
    if code is None:
        return Verdict.UNTRIED
    return Verdict.KILLED if code in _KILLED_BY | _OUT_OF_TIME else Verdict.LIVED
