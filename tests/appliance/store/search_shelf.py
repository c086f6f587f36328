"""A small library to search in, filled title by title, and the demo library whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from appliance.catalogue.entry import CopyEntry, Entry, RecordFormat
from appliance.model import CopyKind, Shelf
from appliance.store.catalogue.importing import import_entries
from appliance.store.sqlite_store import SqliteStore, open_store

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class SearchShelf:
    """Titles are put on it by name, and found by name."""

    def __init__(self, folder: Path, found: Iterable[Entry] = ()) -> None:
        self.store: SqliteStore = open_store(folder)
        self._numbers = itertools.count(1)
        import_entries(self.store.connection, found, at=AT)

    def put(self, *titles: str, authors: tuple[str, ...] = (), barcode: str = "", **more: object) -> None:
        for title in titles:
            number = next(self._numbers)
            entry = Entry(
                key=f"test:{number}",
                title=title,
                record=title.encode(),
                record_format=RecordFormat.ROW,
                authors=authors,
                copies=(CopyEntry(barcode or f"T{number:05}", CopyKind.BOOK),),
            )
            import_entries(self.store.connection, [replace(entry, **more)], at=AT)

    def find(self, text: str, limit: int = 60) -> list[str]:
        """The titles found for `text`, in order, without word ends."""
        found = self.store.search.find(text, limit)
        return [title.title.replace("\u200b", "") for title, _ in self.store.search.found_titles(found.ids)]

    def guesses(self, text: str) -> bool:
        return self.store.search.find(text).guessed

    def fill_shelves(self, each: int) -> None:
        for shelf in Shelf:
            self.put(*(f"{shelf} {number}" for number in range(each)), shelf=shelf, language="en")
