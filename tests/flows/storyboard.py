"""A library in a folder, and somebody in front of the kiosk: the words of the storyboard tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from appliance.catalogue.entry import CopyEntry, Entry, RecordFormat
from appliance.effects import Effect, PrintSlip
from appliance.kiosk.context import DeskContext
from appliance.kiosk.date_watch import timekeeper_over
from appliance.kiosk.dispatcher import Kiosk
from appliance.messages import (
    Approve,
    AskForLoan,
    Command,
    EnterDigit,
    Message,
    Scanned,
    Ticked,
    Touched,
    Wake,
)
from appliance.model import (
    Avatar,
    Copy,
    CopyKind,
    Language,
    Reader,
    ReaderCategory,
    ReaderId,
    Role,
    Shelf,
    Side,
    Staff,
    StaffId,
)
from appliance.model.clock import SOME_BOOT
from appliance.people.cards import CardKind, card_code
from appliance.people.pins import hash_pin
from appliance.status import Approved, AwaitingApproval, GuardDesk, Scene, Status
from appliance.store.catalogue.importing import import_entries
from appliance.store.journal import Head, verify
from appliance.store.sqlite_store import SqliteStore, open_store
from tests.flows.quick_pins import QUICK_HASHER, answers_to

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Nine in the morning in Phnom Penh."""
PIN = "482913"

BOOKS = (
    ("B1", "ទុំទាវ", CopyKind.BOOK, Shelf.LITERATURE),
    ("B2", "គតិលោក", CopyKind.BOOK, Shelf.LITERATURE),
    ("B3", "Le Petit Prince", CopyKind.BOOK, Shelf.STORIES),
    ("B4", "Candide", CopyKind.BOOK, Shelf.LITERATURE),
    ("B5", "The Old Man and the Sea", CopyKind.BOOK, Shelf.LITERATURE),
    ("P1", "Hare and Tortoise", CopyKind.PICTURE_BOOK, Shelf.STORIES),
    ("T1", "គណិតវិទ្យា ថ្នាក់ទី៤", CopyKind.TEXTBOOK, Shelf.TEXTBOOKS),
    ("D1", "វចនានុក្រមខ្មែរ", CopyKind.REFERENCE, Shelf.LANGUAGE),
)

S = TypeVar("S", bound=Scene)


def _entry(barcode: str, title: str, kind: CopyKind, shelf: Shelf) -> Entry:
    return Entry(
        key=f"test:{barcode}",
        title=title,
        record=title.encode(),
        record_format=RecordFormat.ROW,
        authors=("អ្នកនិពន្ធ",),
        shelf=shelf,
        copies=(CopyEntry(barcode, kind),),
    )


@dataclass
class Storyboard:
    """Who stands at the kiosk, what they do, and what they see."""

    folder: Path
    store: SqliteStore
    library: DeskContext
    kiosk: Kiosk
    now: datetime = MONDAY
    uptime_s: float = 0.0
    effects: list[Effect] = field(default_factory=list)
    answers_pins: bool = True
    """As soon as they are typed, and snapshots; else the test posts `answer_to`."""

    # what the people do

    def scans(self, code: str, side: Side = Side.READER) -> Status:
        return self.post(Scanned(code, side))

    def scans_card_of(self, name: str) -> Status:
        return self.scans(self.card_of(name))

    def scans_badge_of(self, name: str) -> Status:
        return self.scans(self.badge_of(name))

    def touches(self, command: Command) -> Status:
        return self.post(Touched(self.status.session, command))

    def types_pin(self, pin: str = PIN) -> Status:
        for digit in pin:
            self.touches(EnterDigit(int(digit)))
        return self.status

    def waits(self, seconds: float) -> Status:
        """Second by second, as the loop does."""
        for _ in range(int(seconds)):
            self.passes(timedelta(seconds=1))
        return self.status

    def stays(self, span: timedelta) -> Status:
        """Somebody touches now and then, so that nothing ends for want of a touch."""
        for _ in range(int(span.total_seconds() // 40)):
            self.passes(timedelta(seconds=40))
            self.touches(Wake())
        return self.status

    def passes(self, span: timedelta) -> Status:
        self.now += span
        self.uptime_s += span.total_seconds()
        return self.post(Ticked(self.now, self.uptime_s))

    def post(self, message: Message) -> Status:
        self.effects += (effects := self.kiosk.handle(message))
        for effect in effects:
            for answer in answers_to(effect) if self.answers_pins else ():
                self.post(answer)
        return self.status

    def power_is_cut(self) -> None:
        """The program starts anew on the same folder."""
        self.store.close()
        self.store, self.library, self.kiosk = _open(self.folder)
        self.uptime_s = 0.0
        self.post(Ticked(self.now, 0.0))

    # what can be seen

    @property
    def status(self) -> Status:
        return self.kiosk.status

    def sees(self, kind: type[S]) -> S:
        scene = self.status.scene
        assert isinstance(scene, kind), f"expected {kind.__name__}, the screen shows {scene}"
        return scene

    @property
    def slips(self) -> Sequence[PrintSlip]:
        return [effect for effect in self.effects if isinstance(effect, PrintSlip)]

    def copy(self, barcode: str) -> Copy:
        found = self.store.titles.copy(barcode)
        assert found
        return found

    def borrower_of(self, barcode: str) -> str | None:
        loan = self.store.loans.of_copy(self.copy(barcode))
        return self.store.people.reader_by_id(loan.reader_id).name if loan else None

    def journal_head(self) -> Head:
        return verify(self.store.connection)

    def journal_kinds(self) -> list[str]:
        return [kind for (kind,) in self.store.connection.execute("SELECT kind FROM journal ORDER BY seq")]

    # who they are

    def reader(self, name: str) -> Reader:
        return next(reader for reader, _ in self.store.people.all_readers() if reader.name == name)

    def card_of(self, name: str) -> str:
        return card_code(self.library.card_key, CardKind.READER, self.reader(name).number, 1)

    def badge_of(self, name: str) -> str:
        staff, issue = next(one for one in self.store.people.all_staff() if one[0].name == name)
        return card_code(self.library.card_key, CardKind.STAFF, staff.number, issue)

    def blocks(self, name: str, days: int) -> None:
        until = (self.library.today + timedelta(days=days)).isoformat()
        self.store.connection.execute("UPDATE reader SET blocked_until = ? WHERE name = ?", (until, name))


def open_storyboard(folder: Path, *, vfs: str | None = None) -> Storyboard:
    """A small library with eight books, four readers, a guard, a librarian and a technician."""
    store = open_store(folder, vfs=vfs)
    with store.transaction():
        store.site.begin(MONDAY)
        for number, (name, category) in enumerate(_READERS.items(), start=42):
            avatar = list(Avatar)[number % 12]
            reader = Reader(ReaderId(0), number, name, category, Language.KM, avatar, "A-12")
            store.people.add_reader(reader, MONDAY)
        for number, (name, role) in enumerate(_STAFF.items(), start=7):
            staff = Staff(StaffId(0), number, name, role, Language.KM)
            store.people.add_staff(staff, hash_pin(number, PIN, QUICK_HASHER), MONDAY)
    import_entries(store.connection, [_entry(*book) for book in BOOKS], at=MONDAY)
    store.close()
    store, library, kiosk = _open(folder, vfs)
    story = Storyboard(folder, store, library, kiosk)
    story.passes(timedelta(0))
    return story


_READERS = {
    "Dara": ReaderCategory.ADULT,
    "Sophea": ReaderCategory.ADULT,
    "Vichet": ReaderCategory.LEARNER,
    "Chanthy": ReaderCategory.STAFF,
}
_STAFF = {"Guard Rith": Role.GUARD, "Librarian Mony": Role.LIBRARIAN, "Technician Sam": Role.TECHNICIAN}


def _open(folder: Path, vfs: str | None = None) -> tuple[SqliteStore, DeskContext, Kiosk]:
    store = open_store(folder, vfs=vfs)
    settings = store.site.settings()
    library = DeskContext(
        store,
        settings.policy,
        settings.card_key,
        settings.zone,
        settings.names,
        timekeeper=timekeeper_over(store, SOME_BOOT),
    )
    return store, library, Kiosk(library)


def open_kiosk(folder: Path) -> Kiosk:
    """The kiosk alone, as the loop opens it."""
    return _open(folder)[2]


def borrows(story: Storyboard, name: str, *barcodes: str) -> Approved:
    """The whole way, for tests that begin after it."""
    story.scans_card_of(name)
    for barcode in barcodes:
        story.scans(barcode)
    story.touches(AskForLoan())
    if isinstance(story.status.scene, AwaitingApproval):
        story.scans_badge_of("Guard Rith")
        story.types_pin()
        story.touches(Approve(story.sees(GuardDesk).requests[0].id))
    return story.sees(Approved)
