"""How many mutants live, as `make mutants` measured last: that takes too long to be done for every table."""

from __future__ import annotations

from tests.bench.row import Row
from tests.mutation.score import REPORT, of_all, read

LIMIT = 15.0


def rows() -> list[Row]:
    measured_on, scores = read(REPORT)
    return [
        *(
            _row(f"mutants: alive in {one.room} ({one.tried} of {one.mutants} tried)", one.percent)
            for one in scores
        ),
        _row(f"mutants: alive in all three (make mutants, {measured_on})", of_all(scores)),
    ]


def _row(name: str, killed_percent: float) -> Row:
    alive = 100 - killed_percent
    return Row(name, alive, "%", LIMIT, alive <= LIMIT)
