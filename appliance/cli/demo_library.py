"""Making a demo library, and laying its cards and books on the table beside the kiosk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from appliance.cli.importing import take_in
from appliance.demo import library as demo
from appliance.kiosk.context import DeskContext
from appliance.lending.availability import copy_line
from appliance.model import (
    Availability,
    Copy,
    CopyKind,
    CopyLine,
    Language,
    Staff,
    StaffId,
    TitleId,
)
from appliance.people.cards import CardKind, card_code
from appliance.people.pins import hash_pin
from appliance.store.catalogue.importing import ImportReport, import_entries
from appliance.store.database import FILE_NAME
from appliance.store.sqlite_store import SqliteStore, open_store

_NAMES = {
    Language.KM: "បណ្ណាល័យគំរូ",
    Language.EN: "Demo library",
    Language.FR: "Bibliothèque de démonstration",
}
_BOOKS_ON_TABLE = 24
_LEFT_ON_SHELF = 6
_DAYS_AGO = (2, 5, 9, 13, 20)
"""When the demo's loans began; the last one is overdue."""


@dataclass(frozen=True, slots=True)
class OnTable:
    """Something to hold before the scanner. `pin` belongs to a badge; a `lendable` copy can be lent now."""

    name: str
    code: str
    pin: str = ""
    lendable: bool = False


@dataclass(frozen=True, slots=True)
class DemoTable:
    """What lies beside a demo kiosk."""

    cards: tuple[OnTable, ...]
    badges: tuple[OnTable, ...]
    copies: tuple[OnTable, ...]
    card_key: bytes = field(repr=False)
    """It makes the codes of slips that come out later."""


class FolderTaken(Exception):
    """There is something else in the folder, and it is not ours to remove."""


def make_demo_library(folder: Path, catalogue: Path | None) -> ImportReport | None:
    """Make a demo library in `folder` unless it is there; with the titles of `catalogue` if given.

    Returns what the import of a catalogue reported, if there was one.

    Raises:
        Refusal: the catalogue file as a whole cannot be used; nothing is left behind.
        FolderTaken: the folder holds something that is no library.
    """
    if (folder / FILE_NAME).exists():
        return None
    if folder.exists() and any(folder.iterdir()):
        raise FolderTaken(str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as making:
        store = open_store(Path(making) / "library")
        try:
            report = _fill(store, catalogue)
        finally:
            store.close()
        (Path(making) / "library").replace(folder)
    return report


def _fill(store: SqliteStore, catalogue: Path | None) -> ImportReport | None:
    now = datetime.now(UTC)
    with store.transaction():
        store.site.begin(now, names=_NAMES, is_demo=True)
        for reader in demo.readers():
            store.people.add_reader(reader, now)
        for someone in demo.staff():
            staff = Staff(StaffId(0), someone.number, someone.name, someone.role, someone.language)
            store.people.add_staff(staff, hash_pin(someone.number, someone.pin), now)
    report = take_in(store, catalogue) if catalogue else None
    if report is None:
        import_entries(store.connection, demo.entries(), at=now, source="demo")
    _lend_some(store, now)
    return report


def _lend_some(store: SqliteStore, now: datetime) -> None:
    """A library in use: a few loans, one of them overdue, and one request that waits for a guard."""
    settings = store.site.settings()
    desk = DeskContext(store, settings.policy, settings.card_key, settings.zone, settings.names)
    people = [reader for reader, _ in store.people.all_readers()]
    books = [copy for copy in _some_copies(store, 4 * len(people)) if copy.kind is CopyKind.BOOK]
    # The first few stay on the shelf, for whoever tries the kiosk.
    copies = books[_LEFT_ON_SHELF:]
    with store.transaction():
        for reader, copy, days in zip(people[1:], copies, _DAYS_AGO, strict=False):
            desk.set_time(now - timedelta(days=days), 0.0)
            request_id = store.requests.ask(reader, (copy,), desk.now, waiting=False)
            store.loans.lend(copy, reader, request_id, desk.now, desk.due_on(reader, copy))
        waiting = copies[len(_DAYS_AGO) : len(_DAYS_AGO) + 2]
        if waiting:
            store.requests.ask(people[len(_DAYS_AGO) + 1], tuple(waiting), now, waiting=True)


def lay_table(folder: Path) -> DemoTable:
    """The cards, badges and some books of a demo library, with the PINs that only a demo library has."""
    store = open_store(folder)
    try:
        key = store.site.settings().card_key
        pins = {someone.number: someone.pin for someone in demo.staff()}
        return DemoTable(
            tuple(
                OnTable(reader.name, card_code(key, CardKind.READER, reader.number, issue))
                for reader, issue in store.people.all_readers()
            ),
            tuple(
                OnTable(
                    f"{one.name} · {one.role}",
                    card_code(key, CardKind.STAFF, one.number, issue),
                    pins[one.number],
                )
                for one, issue in store.people.all_staff()
            ),
            tuple(
                OnTable(copy.title.title, copy.barcode, lendable=_is_lendable(store, copy))
                for copy in _some_copies(store, _BOOKS_ON_TABLE)
            ),
            key,
        )
    finally:
        store.close()


def _some_copies(store: SqliteStore, most: int) -> list[Copy]:
    """One copy each of titles from every shelf; on top those that can be lent now, Khmer ones first."""
    ids: tuple[TitleId, ...] = store.search.browse(limit=most).ids
    of_titles = (_lines(store, title_id) for title_id in ids)
    firsts = list(islice((lines[0] for lines in of_titles if lines), most))
    lendable = {line.copy.id for line in firsts if line.availability is Availability.AVAILABLE}
    copies = [line.copy for line in firsts]
    copies.sort(key=lambda copy: (copy.id not in lendable, copy.kind, copy.title.language != Language.KM))
    return copies


def _lines(store: SqliteStore, title_id: TitleId) -> list[CopyLine]:
    return [copy_line(copy, facts) for copy, facts in store.titles.copies_of_title(title_id)]


def _is_lendable(store: SqliteStore, copy: Copy) -> bool:
    lines = _lines(store, copy.title.id)
    here = {line.copy.id for line in lines if line.availability is Availability.AVAILABLE}
    return copy.id in here and copy.kind is CopyKind.BOOK
