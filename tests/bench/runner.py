"""All figures in one table: `python -m tests.bench.runner [--rows search,import]` (`make bench ROWS=search`).

Each module `<name>_rows.py` beside this one measures its own rows. The table is also written to
`build/bench.json`. The exit code is 1 if a limit is missed, 2 if no such rows are known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from tests.bench.row import Row

HERE = Path(__file__).parent
REPORT = HERE.parents[1] / "build" / "bench.json"
SUFFIX = "_rows"
LIMIT_MISSED = 1
UNKNOWN_ROWS = 2

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

RowsOption = Annotated[str, typer.Option("--rows", help="Only these, with commas: search,import")]


@app.command()
def main(rows: RowsOption = "") -> None:
    console = Console()
    names = rows.split(",") if rows else known_names()
    unknown = sorted(set(names) - set(known_names()))
    if unknown:
        console.print(f"No such rows: {', '.join(unknown)}. There are: {', '.join(known_names())}.")
        raise typer.Exit(UNKNOWN_ROWS)
    measured = list(measure(names, console))
    write_report(measured, REPORT)
    console.print(table_of(measured))
    if not all(row.ok for row in measured):
        raise typer.Exit(LIMIT_MISSED)


def known_names() -> list[str]:
    """`search` for `search_rows.py`."""
    return sorted(path.stem.removesuffix(SUFFIX) for path in HERE.glob(f"*{SUFFIX}.py"))


def measure(names: list[str], console: Console) -> Iterator[Row]:
    """One kind after another, so that none disturbs the next."""
    for name in names:
        with console.status(f"Measuring {name}"):
            yield from import_module(f"tests.bench.{name}{SUFFIX}").rows()


def write_report(rows: list[Row], report: Path) -> None:
    """A list of {name, value, unit, limit, ok}."""
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(
        json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def table_of(rows: list[Row]) -> Table:
    table = Table("what", title="BCE Kiosk, measured on this machine")
    for column in ("measured", "at most"):
        table.add_column(column, justify="right")
    for column in ("unit", ""):
        table.add_column(column)
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:g}"
        verdict = "ok" if row.ok else "[bold red]missed[/]"
        table.add_row(row.name, f"{row.value:.4g}", limit, row.unit, verdict if row.limit is not None else "")
    return table


if __name__ == "__main__":
    app()
