"""Commands that only look: search, readers, loans, journal verify."""

from __future__ import annotations

from typing import Annotated

import typer

from appliance.cli.exits import Exit
from appliance.cli.folders import DEFAULT_LIBRARY
from appliance.cli.opening import opened
from appliance.cli.output import JsonOption, LibraryOption, fail, show_json, show_rows
from appliance.lending.availability import best_of
from appliance.store.journal import JournalBroken, verify

ZERO_WIDTH_SPACE = "\u200b"


def search(
    words: Annotated[list[str], typer.Argument(help="What a reader would type; a barcode or ISBN too.")],
    library: LibraryOption = DEFAULT_LIBRARY,
    as_json: JsonOption = False,
) -> None:
    """Find titles as the search screen does."""
    with opened(library, as_json=as_json) as store:
        found = store.search.find(" ".join(words))
        rows = [
            {
                "id": title.id,
                "title": _plain(title.title),
                "authors": _plain("; ".join(title.authors)),
                "shelf": title.shelf,
                "availability": best_of(standings),
                "guessed": found.guessed,
            }
            for title, standings in store.search.found_titles(found.ids)
        ]
    show_rows(("id", "title", "authors", "shelf", "availability", "guessed"), rows, as_json=as_json)


def readers(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """List readers, and how many books each has. Names are shown: mind who looks over your shoulder."""
    with opened(library, as_json=as_json) as store:
        rows = [
            {
                "number": reader.number,
                "name": reader.name,
                "category": reader.category,
                "cell": reader.cell,
                "loans": len(store.loans.of_reader(reader.id)),
                "blocked_until": reader.blocked_until,
            }
            for reader, _ in store.people.all_readers()
        ]
    show_rows(("number", "name", "category", "cell", "loans", "blocked_until"), rows, as_json=as_json)


def loans(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """List open loans, the longest due first: what is where."""
    with opened(library, as_json=as_json) as store:
        people = {reader.id: reader for reader, _ in store.people.all_readers()}
        rows = [
            {
                "loan": loan.id,
                "barcode": loan.copy.barcode,
                "title": _plain(loan.copy.title.title),
                "reader": people[loan.reader_id].number,
                "cell": people[loan.reader_id].cell,
                "due_on": loan.due_on,
            }
            for loan in store.loans.all_open()
        ]
    show_rows(("loan", "barcode", "title", "reader", "cell", "due_on"), rows, as_json=as_json)


def journal_verify(library: LibraryOption = DEFAULT_LIBRARY, as_json: JsonOption = False) -> None:
    """Check every row of the journal and every loan it tells of."""
    with opened(library, as_json=as_json) as store:
        try:
            head = verify(store.connection)
        except JournalBroken as broken:
            fail(Exit.JOURNAL_BROKEN, f"The journal does not hold: {broken}.", as_json=as_json)
    if as_json:
        show_json({"rows": head.seq, "head": head.hash.hex()})
    else:
        typer.echo(f"The journal holds: {head.seq} rows, head {head.hash.hex()[:16]}.")


def _plain(text: str) -> str:
    """Without the marks for line breaks, which a terminal may show."""
    return text.replace(ZERO_WIDTH_SPACE, "")
