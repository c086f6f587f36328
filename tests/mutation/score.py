"""The score of each room, and how sure it is."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

REPORT = Path(__file__).with_name("score.json")
_Z = 1.96
"""Of the normal distribution: 95 times of 100."""


@dataclass(frozen=True, slots=True)
class RoomScore:
    """`tried` of all `mutants` of a room were tried; those that no test can tell apart count for nothing."""

    room: str
    mutants: int
    tried: int
    equivalent: int
    killed: int

    @property
    def percent(self) -> float:
        return 100 * self.killed / (self.tried - self.equivalent)

    @property
    def between(self) -> tuple[float, float]:
        """Wilson's interval in percent, narrower where much of the room was tried; 95 times of 100."""
        if self.tried == self.mutants:
            return self.percent, self.percent
        n = (self.tried - self.equivalent) * (self.mutants - 1) / (self.mutants - self.tried)
        share = self.percent / 100
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return 100 * (middle - half), 100 * (middle + half)


def of_all(scores: list[RoomScore]) -> float:
    """Percent killed of all rooms together, each by the number of its mutants."""
    return sum(one.percent * one.mutants for one in scores) / sum(one.mutants for one in scores)


def write(scores: list[RoomScore], measured_on: date, report: Path) -> None:
    rooms = [asdict(one) for one in scores]
    report.write_text(json.dumps({"measured_on": measured_on.isoformat(), "rooms": rooms}, indent=1) + "\n")


def read(report: Path) -> tuple[date, list[RoomScore]]:
    kept = json.loads(report.read_text(encoding="utf-8"))
    return date.fromisoformat(kept["measured_on"]), [RoomScore(**room) for room in kept["rooms"]]
