"""`bce-kiosk import`: a catalogue file into the library, with a report of every problem and its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from appliance.catalogue.entry import Entry, Problem, Refusal
from appliance.cli.exits import Exit
from appliance.cli.folders import DEFAULT_LIBRARY, is_there
from appliance.cli.opening import opened
from appliance.cli.output import JsonOption, LibraryOption, fail, show_json
from appliance.store.catalogue.importing import ImportReport, import_entries
from appliance.store.sqlite_store import SqliteStore

_PROBLEMS_SHOWN = 40
_COUNTS = ("read", "added", "changed", "unchanged", "copies_added")


def import_file(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="MARC21, UNIMARC, MARCXML, CSV or XLSX.")
    ],
    library: LibraryOption = DEFAULT_LIBRARY,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report only; change nothing.")] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(help="Which column is what, for a table: title=Naslov. May be repeated."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Take a catalogue file into the library. Importing the same file twice changes nothing."""
    columns = _columns(column or [], as_json=as_json)
    with _library_for(library, dry_run=dry_run, as_json=as_json) as store:
        try:
            report = take_in(store, file, columns=columns, dry_run=dry_run, quiet=as_json)
        except Refusal as refusal:
            problem = refusal.problem
            words = f"The file was refused: {problem.cause} {problem.detail}".strip()
            fail(Exit.FILE_REFUSED, words, as_json=as_json)
    show_report(report, as_json=as_json)
    if report.causes:
        raise typer.Exit(Exit.PROBLEMS_FOUND)


@contextmanager
def _library_for(library: Path, *, dry_run: bool, as_json: bool) -> Iterator[SqliteStore]:
    """An import makes a library that is not there; a dry run makes none, and reports as for an empty one."""
    if dry_run and not is_there(library):
        with TemporaryDirectory() as nowhere, opened(Path(nowhere), make=True, as_json=as_json) as store:
            yield store
    else:
        with opened(library, make=True, as_json=as_json) as store:
            yield store


def take_in(
    store: SqliteStore,
    file: Path,
    *,
    columns: dict[str, str] | None = None,
    dry_run: bool = False,
    quiet: bool = False,
) -> ImportReport:
    """Read and keep a file under a progress bar.

    Raises:
        Refusal: the file as a whole cannot be used.
    """
    with _read_with_progress(file, columns, quiet=quiet) as entries:
        return import_entries(
            store.connection, entries, at=datetime.now(UTC), dry_run=dry_run, source=file.name
        )


@contextmanager
def _read_with_progress(
    file: Path, columns: dict[str, str] | None, *, quiet: bool
) -> Iterator[Iterator[Entry | Problem]]:
    # Here and not above: every command starts through this module, and one reads catalogue files; their
    # libraries take 0.12 s.
    from appliance.catalogue.reading import read

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=quiet,
    )
    with bar:
        task = bar.add_task(file.name, total=None)
        yield read(
            file,
            columns=columns,
            on_progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _columns(pairs: list[str], *, as_json: bool) -> dict[str, str] | None:
    columns = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    if len(columns) != len(pairs):
        fail(Exit.FILE_REFUSED, "A column is given as title=NAME.", as_json=as_json)
    return columns or None


def show_report(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        # Not `asdict` of the whole: it takes a Counter apart wrongly.
        counts = {name: getattr(report, name) for name in _COUNTS}
        problems = [asdict(problem) for problem in report.problems]
        show_json({**counts, "causes": dict(report.causes), "problems": problems})
        return
    console = Console()
    console.print(
        f"{report.read} records read: {report.added} added, {report.changed} changed,"
        f" {report.unchanged} as they were; {report.copies_added} copies added."
    )
    if report.causes:
        _show_problems(console, report)


def _show_problems(console: Console, report: ImportReport) -> None:
    counts = ", ".join(f"{count} {cause}" for cause, count in report.causes.most_common())
    console.print(f"Problems: {counts}.")
    table = Table("record", "byte", "problem", "detail")
    for problem in report.problems[:_PROBLEMS_SHOWN]:
        offset = "" if problem.offset is None else str(problem.offset)
        table.add_row(str(problem.record), offset, problem.cause, Text(problem.detail))
    console.print(table)
    left = sum(report.causes.values()) - _PROBLEMS_SHOWN
    if left > 0:
        console.print(f"… and {left} more; --json lists up to a thousand.")
