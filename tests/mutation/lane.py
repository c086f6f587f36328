"""How many mutants the nearest tests kill: `python -m tests.mutation.lane` (`make mutants`).

mutmut makes the mutants and runs, for each, the tests that reach its function, until one fails. Of each room
a seeded sample is tried, because all of them take hours; `--sample 0` tries them all. The figures are written
to `tests/mutation/score.json`, where `make bench` reads them; those that lived are in `build/mutants.txt`.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Container, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from tests.mutation.equivalent import Change, why_equivalent
from tests.mutation.score import REPORT, RoomScore, write
from tests.mutation.verdicts import MUTANTS, Verdict, read_verdicts, room_of

ROOT = Path(__file__).parents[2]
LIVED = ROOT / "build" / "mutants.txt"
MUTMUT = Path(sys.executable).with_name("mutmut")
ALL_ROOMS = "lending,kiosk,store"
SEED = 20261126
"""Nobody had seen the survivors of this sample when it was drawn; after killing some, take another."""
SAMPLE = 80
"""Of each room: the score is then within about 8 of a hundred, 95 times of 100; some ten minutes."""
FIRST = "appliance.lending.due.*"
"""mutmut makes all mutants before it tries any; this room is the smallest to begin with."""

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

SampleOption = Annotated[int, typer.Option(help="So many mutants of each room; 0 for all")]
SeedOption = Annotated[int, typer.Option(help="Draw another sample")]
RoomsOption = Annotated[str, typer.Option(help="Only these, with commas: lending,kiosk")]


@app.command()
def main(sample: SampleOption = SAMPLE, rooms: RoomsOption = ALL_ROOMS, seed: SeedOption = SEED) -> None:
    console = Console()
    # mutmut keeps verdicts of mutants whose tests have changed since.
    shutil.rmtree(MUTANTS, ignore_errors=True)
    _mutmut("run", "--max-children", "2", FIRST)
    chosen = _chosen(read_verdicts(), rooms.split(","), sample, seed)
    _mutmut("run", "--max-children", "2", *chosen)
    verdicts = {name: verdict for name, verdict in read_verdicts().items() if name in chosen}
    lived = {name: _change(name) for name, verdict in verdicts.items() if verdict is Verdict.LIVED}
    alike = {name: reason for name, change in lived.items() if (reason := why_equivalent(change))}
    scores = [_score(room, verdicts, alike) for room in rooms.split(",")]
    if rooms == ALL_ROOMS:
        write(scores, datetime.now(UTC).date(), REPORT)
    LIVED.parent.mkdir(exist_ok=True)
    LIVED.write_text("\n".join(_told(name, lived[name], alike.get(name)) for name in sorted(lived)))
    console.print(table_of(scores))
    console.print(f"Those that lived: {LIVED.relative_to(ROOT)}")


def table_of(scores: list[RoomScore]) -> Table:
    table = Table("room", title="Mutants killed by the nearest tests")
    for column in ("mutants", "tried", "equivalent", "killed", "of a hundred", "95 of 100 times between"):
        table.add_column(column, justify="right")
    for one in scores:
        low, high = one.between
        figures = (one.mutants, one.tried, one.equivalent, one.killed, f"{one.percent:.1f}")
        table.add_row(one.room, *map(str, figures), f"{low:.1f} and {high:.1f}")
    return table


def _chosen(known: Iterable[str], rooms: list[str], sample: int, seed: int) -> set[str]:
    chosen: set[str] = set()
    for room in rooms:
        names = sorted(name for name in known if room_of(name) == room)
        chosen |= set(random.Random(seed).sample(names, min(sample or len(names), len(names))))
    return chosen


def _score(room: str, verdicts: dict[str, Verdict], alike: Container[str]) -> RoomScore:
    tried = [name for name in verdicts if room_of(name) == room]
    return RoomScore(
        room,
        mutants=sum(room_of(name) == room for name in read_verdicts()),
        tried=len(tried),
        equivalent=sum(name in alike for name in tried),
        killed=sum(verdicts[name] is Verdict.KILLED for name in tried),
    )


def _change(name: str) -> Change:
    diff = subprocess.run([MUTMUT, "show", name], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    was, now = ("\n".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return Change(name.rpartition("__mutmut_")[0], was, now)


def _told(name: str, change: Change, why: str | None) -> str:
    reason = f"\n  equivalent: {why}" if why else ""
    return f"{name}\n  - {change.was}\n  + {change.now}{reason}\n"


def _mutmut(*arguments: str) -> None:
    subprocess.run([MUTMUT, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    app()
