"""The power goes at any moment: no confirmed loan is lost, and the library always opens again."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from appliance.messages import AskForLoan, GoHome, StartReturning
from appliance.status import Approved
from appliance.store.database import LibraryDamaged
from appliance.store.journal import verify
from appliance.store.sqlite_store import open_store
from tests.appliance.store.power_cuts import VFS_NAME, Confirmed, Operation, RecordedVFS, Sync, cuts
from tests.flows.storyboard import open_storyboard

STATES = int(os.environ.get("BCE_POWER_CUTS", "400"))
SEED = 20261124


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> list[Operation]:
    """A busy hour at the kiosk, as the disk saw it: eighteen loans and returns, each confirmed."""
    vfs = RecordedVFS()
    story = open_storyboard(tmp_path_factory.mktemp("busy"), vfs=VFS_NAME)
    story.library.policy = replace(story.library.policy, rest_days=0)
    confirmed = 0
    vfs.trace.append(Confirmed(confirmed))
    for round_ in range(6):
        for barcode in ("B1", "B2", "B3"):
            story.scans_card_of("Chanthy")
            story.scans(barcode)
            story.touches(AskForLoan())
            story.sees(Approved)
            confirmed += 1
            vfs.trace.append(Confirmed(confirmed))
            story.touches(GoHome())
        story.touches(StartReturning())
        for barcode in ("B1", "B2", "B3"):
            story.scans(barcode)
        story.touches(GoHome())
        if round_ % 2:
            story.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    recorded = list(vfs.trace)
    story.store.close()
    vfs.unregister()
    return recorded


def test_no_confirmed_loan_is_lost_and_the_chain_holds(trace: list[Operation], tmp_path: Path) -> None:
    for number, (files, confirmed) in enumerate(cuts(trace, STATES, random.Random(SEED))):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in files.items():
            if not name.endswith("-shm"):
                (folder / name).write_bytes(content)
        store = open_store(folder)
        assert store.connection.pragma("integrity_check") == "ok"
        lent = store.connection.execute("SELECT count(*) FROM loan").fetchone()[0]
        told = store.connection.execute("SELECT count(*) FROM journal WHERE kind = 'lent'").fetchone()[0]
        assert lent == told >= confirmed, f"seed {SEED}, state {number}: {lent} kept of {confirmed}"
        verify(store.connection)
        store.close()


def test_the_explorer_sees_what_a_weaker_setting_loses(trace: list[Operation], tmp_path: Path) -> None:
    """Without the syncs of the log (as with synchronous=NORMAL) loans do get lost: the test can fail."""
    weaker = [op for op in trace if not (isinstance(op, Sync) and op.file.endswith("-wal"))]
    lost = 0
    for number, (files, confirmed) in enumerate(cuts(weaker, 40, random.Random(SEED))):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        try:
            store = open_store(folder)
        except LibraryDamaged:
            lost += 1
            continue
        lost += store.connection.execute("SELECT count(*) FROM loan").fetchone()[0] < confirmed
        store.close()
    assert lost > 0
