"""The power goes at any moment: no loan is without its slip, and no slip is given to the printer twice."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from appliance.messages import GoHome, PrinterChanged, SlipFailed, SlipPrinted, Started, StartReturning
from appliance.model import PrinterState
from appliance.ports import SlipState
from tests.appliance.store.power_cuts import VFS_NAME, Confirmed, Operation, RecordedVFS, cuts
from tests.flows.storyboard import Storyboard, _open, borrows, open_storyboard

STATES = int(os.environ.get("BCE_POWER_CUTS", "200"))
SEED = 20261124


@dataclass(frozen=True, slots=True)
class Told:
    """What was so when a step was over: so many loans, and the slips the printer has or had."""

    loans: int
    with_printer: frozenset[int]


class Busy:
    """Loans and their slips, one after the other, each step marked in the disk's trace."""

    def __init__(self, folder: Path) -> None:
        self.vfs = RecordedVFS()
        self.story = open_storyboard(folder, vfs=VFS_NAME)
        self.story.library.policy = replace(self.story.library.policy, rest_days=0)
        self.with_printer: set[int] = set()
        self.loans = 0
        self.trace: list[Operation] = []
        self.told = [Told(0, frozenset())]
        self.vfs.trace.append(Confirmed(0))

    def mark(self) -> None:
        self.vfs.trace.append(Confirmed(len(self.told)))
        self.told.append(Told(self.loans, frozenset(self.with_printer)))

    def take_effects(self) -> None:
        self.with_printer |= {slip.facts.request_id for slip in self.story.slips}
        self.story.effects.clear()
        self.mark()

    def a_loan(self, barcode: str) -> int:
        number = borrows(self.story, "Chanthy", barcode).request_id
        self.loans += 1
        self.take_effects()
        self.story.touches(GoHome())
        return number

    def nothing_was_taken(self, number: int) -> None:
        """Marked before: from here on it may be given to the printer once more."""
        self.with_printer.discard(number)
        self.mark()
        self.story.post(SlipFailed(number, PrinterState.NO_PAPER))

    def a_round(self) -> None:
        first = self.a_loan("B1")
        self.nothing_was_taken(first)
        second = self.a_loan("B2")
        self.story.passes(timedelta(seconds=10))
        for number in (first, second):
            self.story.post(PrinterChanged(PrinterState.READY))
            self.take_effects()
            self.story.post(SlipPrinted(number))
            self.take_effects()
        self.story.post(SlipFailed(self.a_loan("B3"), PrinterState.READY, begun=True))
        self.story.touches(StartReturning())
        for barcode in ("B1", "B2", "B3"):
            self.story.scans(barcode)
        self.story.touches(GoHome())


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Busy:
    busy = Busy(tmp_path_factory.mktemp("busy"))
    for round_ in range(4):
        busy.a_round()
        if round_ % 2:
            busy.story.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    busy.trace = list(busy.vfs.trace)
    busy.story.store.close()
    busy.vfs.unregister()
    return busy


def starts_again(folder: Path, files: dict[str, bytes], busy: Busy) -> Storyboard:
    folder.mkdir()
    for name, content in files.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
    story = Storyboard(folder, *_open(folder), now=busy.story.now)
    story.passes(timedelta(0))
    return story


def test_no_slip_is_given_to_the_printer_twice_and_each_loan_has_one(busy: Busy, tmp_path: Path) -> None:
    for state, (files, step) in enumerate(cuts(busy.trace, STATES, random.Random(SEED))):
        told = busy.told[step]
        story = starts_again(tmp_path / str(state), files, busy)
        execute = story.store.connection.execute
        lent = execute("SELECT count(*) FROM loan").fetchone()[0]
        slips = execute("SELECT count(*) FROM slip").fetchone()[0]
        assert lent == slips >= told.loans, f"seed {SEED}, state {state}"
        unsure = story.store.slips.unfinished(SlipState.PRINTING)
        story.post(Started())
        again = {slip.facts.request_id for slip in story.slips}
        assert not again & told.with_printer, f"seed {SEED}, state {state}: {again}"
        assert story.journal_kinds().count("slip_unsure") == len(unsure)
        story.journal_head()
        story.store.close()
