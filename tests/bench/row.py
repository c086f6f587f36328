"""One line of the table of figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: `ok` says whether it is within its limit; without a limit it is only told."""

    name: str
    value: float
    unit: str
    limit: float | None
    ok: bool
