"""A kiosk with the real print queue and a real scanner driver on pseudo-terminals."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Condition
from time import monotonic, perf_counter

from appliance.catalogue.entry import CopyEntry, Entry, RecordFormat
from appliance.effects import Effect, PrintSlip
from appliance.loop import Loop
from appliance.messages import AskForLoan, Command, GoBack, GoHome, Ticked, Touched
from appliance.model import Avatar, CopyKind, Language, Reader, ReaderCategory, ReaderId, Shelf, Side
from appliance.paper.loan_slip import loan_slip
from appliance.people.cards import CardKind, card_code
from appliance.status import Approved, Attract, Basket, Home, SlipProgress, Status
from appliance.store.catalogue.importing import import_entries
from drivers.printer.mechanism import PrintJob
from drivers.printer.node_line import open_file
from drivers.printer.profile import PROFILES
from drivers.printer.real import RealPrinter
from drivers.printer.worker import PrintWorker
from drivers.scanner.device import Scanner
from drivers.scanner.serial_line import SerialLine
from tests.drivers.printer.fake_printer import FakePrinter
from tests.flows.breakages import ScannerCable
from tests.flows.storyboard import MONDAY, open_kiosk, open_storyboard

PROFILE = PROFILES["58mm-status"]
FASTER = 5
"""The kiosk's clock goes so much faster than ours: five minutes of waiting are one."""
LOANS_OF_A_READER = 3
_AGAIN_S = 0.5
"""A person who sees nothing happen does it again."""
_SLIP_S = 1.0
"""Nobody waits longer for the slip of the one before."""
_UNDER_WAY = (SlipProgress.PRINTING, SlipProgress.WAITING)


class Recorded:
    """The real mechanism, and which picture belongs to which slip."""

    def __init__(self, real: RealPrinter) -> None:
        self._real = real
        self.state = real.state
        self.numbers: dict[bytes, int] = {}

    def write(self, job: PrintJob) -> None:
        self.numbers[job.picture.tobytes()] = job.request_id
        self._real.write(job)


class ChaosUnit:
    """Begin with `start`; `lend` is a person who wants one book and does not give up."""

    def __init__(self, folder: Path, loans: int, dice: random.Random) -> None:
        self.folder, self.dice = folder, dice
        self.barcodes = [f"C{number:04}" for number in range(loans)]
        self.cards = _stock(folder, self.barcodes)
        self.paper = FakePrinter(folder / "lp0", PROFILE.width_dots, PROFILE.cutter, PROFILE.answers)
        self.cable = ScannerCable(folder / "ttyACM0")
        real = RealPrinter(lambda: open_file(str(self.paper.path)), PROFILE, stall_s=1.0, out_s=5.0)
        self.mechanism = Recorded(real)
        self.printer = PrintWorker(self.mechanism, PROFILE, watch_every_s=0.05)
        self.scanner = Scanner(Side.READER, lambda: SerialLine(str(self.cable.path), 9600), look_every_s=0.02)
        self._began_s = monotonic()
        self.lasted = timedelta(0)
        """By the kiosk's clock."""
        self.loop = Loop(lambda: open_kiosk(folder), self._read_clock, self._carry_out)
        self.loop.subscribe(self._see)
        self._seen = Condition()
        self._status: Status | None = None
        self._sights = 0

    def start(self) -> None:
        self.paper.plug()
        self.cable.plug()
        self.printer.start(self.loop.post)
        self.scanner.start(self.loop.post)
        self.loop.start()
        self._wait(0, _AGAIN_S)

    def stop(self) -> None:
        self.scanner.stop()
        self.printer.stop()
        self.loop.stop()
        self.paper.stop()
        self.cable.unplug()
        self.lasted = timedelta(seconds=self._read_clock().uptime_s)

    def came_out(self) -> Counter[int]:
        """How often each slip is on paper, whole. A picture that no slip has counts as slip 0."""
        return Counter(self.mechanism.numbers.get(slip.picture().tobytes(), 0) for slip in self.paper.slips)

    def lend(self, place: int) -> float:
        """One book to its reader; returns the seconds from the green button to the confirmation."""
        barcode, asked_at_s = self.barcodes[place], 0.0
        card = self.cards[place // LOANS_OF_A_READER]
        while True:
            status, sights = self._status, self._sights
            assert status is not None
            match status.scene:
                case _ if status.refusal is not None:
                    self._touch(status, GoBack())
                case Approved(loans=loans) if barcode in {loan.copy.barcode for loan in loans}:
                    return perf_counter() - asked_at_s
                case Basket(lines=lines) if barcode in {line.copy.barcode for line in lines}:
                    asked_at_s = perf_counter()
                    self._touch(status, AskForLoan())
                case Basket():
                    self._scan(barcode)
                case Home() | Attract():
                    self._scan(card)
                case _:
                    self._touch(status, GoHome())
            self._wait(sights, _AGAIN_S)

    def take_slip(self) -> None:
        """Look for the slip for a moment, and go."""
        until_s = monotonic() + _SLIP_S
        while monotonic() < until_s:
            status, sights = self._status, self._sights
            if not (status and isinstance(status.scene, Approved) and status.scene.slip in _UNDER_WAY):
                break
            self._wait(sights, 0.05)
        if self._status is not None:
            sights = self._sights
            self._touch(self._status, GoHome())
            self._wait(sights, _AGAIN_S)

    def _scan(self, code: str) -> None:
        self.cable.sends(code.encode() + b"\r")

    def _touch(self, status: Status, command: Command) -> None:
        self.loop.post(Touched(status.session, command))

    def _wait(self, sights: int, at_most_s: float) -> None:
        """Until the screen shows something else."""
        with self._seen:
            self._seen.wait_for(lambda: self._sights != sights, at_most_s)

    def _see(self, status: Status) -> None:
        with self._seen:
            self._status, self._sights = status, self._sights + 1
            self._seen.notify_all()

    def _read_clock(self) -> Ticked:
        uptime_s = FASTER * (monotonic() - self._began_s)
        return Ticked(MONDAY + timedelta(seconds=uptime_s), uptime_s)

    def _carry_out(self, effect: Effect) -> None:
        if isinstance(effect, PrintSlip):
            self.printer.submit(loan_slip(effect.facts))


def _stock(folder: Path, barcodes: list[str]) -> list[str]:
    """A library with these books and enough readers for them; returns the readers' cards."""
    story = open_storyboard(folder)
    entries = [
        Entry(
            key=f"chaos:{barcode}",
            title=f"Book {barcode}",
            record=barcode.encode(),
            record_format=RecordFormat.ROW,
            shelf=Shelf.STORIES,
            copies=(CopyEntry(barcode, CopyKind.BOOK),),
        )
        for barcode in barcodes
    ]
    import_entries(story.store.connection, entries, at=MONDAY)
    numbers = range(1000, 1001 + len(barcodes) // LOANS_OF_A_READER)
    first = Reader(ReaderId(0), 0, "Chaos", ReaderCategory.STAFF, Language.EN, next(iter(Avatar)), "A-1")
    with story.store.transaction():
        for number in numbers:
            story.store.people.add_reader(replace(first, number=number, name=f"Chaos {number}"), MONDAY)
    cards = [card_code(story.library.card_key, CardKind.READER, number, 1) for number in numbers]
    story.store.close()
    return cards
