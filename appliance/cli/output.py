"""One answer in two shapes: a table for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from appliance.cli.exits import Exit

LibraryOption = Annotated[Path, typer.Option("--library", help="The folder of the library.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]


def show_json(answer: Any) -> None:
    """`answer` is plain data; dates become ISO 8601 texts."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, default=_plain) + "\n")


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def show_rows(columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, as_json: bool) -> None:
    """Rows by column name; the columns name the JSON keys too."""
    if as_json:
        show_json([dict(row) for row in rows])
        return
    table = Table(*columns)
    for row in rows:
        # As Text: a title may have square brackets, which rich would take for its markup.
        table.add_row(*(Text("" if row[column] is None else str(row[column])) for column in columns))
    Console().print(table)


def fail(code: Exit, words: str, *, as_json: bool) -> NoReturn:
    """Say why not, where it belongs, and stop with a code that means it."""
    if as_json:
        show_json({"error": code.name.lower(), "detail": words})
    else:
        Console(stderr=True).print(Text(words, "bold red"))
    raise typer.Exit(code)
