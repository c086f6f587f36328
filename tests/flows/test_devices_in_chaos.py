"""Printer and scanner break all the time: each loan is recorded once, each slip comes once or is told of."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from appliance.messages import Started
from drivers.scanner import intake
from tests.flows.breakages import PrinterChaos, break_scanner
from tests.flows.chaos import ChaosUnit
from tests.flows.storyboard import MONDAY, Storyboard, _open

LOANS = int(os.environ.get("BCE_CHAOS_LOANS", "120"))
SEED = 20261124


@pytest.fixture
def ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ChaosUnit:
    """A unit that lent every book while for each loan a device broke."""
    # How fast a hand can scan is tested elsewhere; here it would only make the test slow.
    monkeypatch.setattr(intake, "MOST_A_SECOND", 1000)
    dice = random.Random(SEED)
    unit = ChaosUnit(tmp_path, LOANS, dice)
    unit.start()
    chaos = PrinterChaos(unit.paper, random.Random(SEED))
    for place in range(LOANS):
        chaos.happens()
        if dice.random() < 0.5:
            break_scanner(unit.cable, dice)
        unit.lend(place)
        unit.take_slip()
    chaos.is_over()
    unit.stop()
    return unit


def test_each_loan_is_recorded_once_and_each_slip_comes_once_or_is_told_of(ended: ChaosUnit) -> None:
    story = Storyboard(ended.folder, *_open(ended.folder), now=MONDAY)
    execute = story.store.connection.execute
    story.passes(ended.lasted)
    story.post(Started())
    lent = [barcode for (barcode,) in execute("SELECT barcode FROM loan JOIN copy ON copy.id = copy_id")]
    assert sorted(lent) == ended.barcodes

    came_out = ended.came_out()
    assert set(came_out.values()) <= {1}, f"seed {SEED}"
    assert came_out[0] == 0, "something came out that no slip is"
    told = {
        (number, kind.removeprefix("slip_"))
        for kind, number in execute("SELECT kind, json_extract(body, '$.request') FROM journal")
        if kind in ("slip_failed", "slip_dropped", "slip_unsure")
    }
    for number, state in execute("SELECT request_id, state FROM slip"):
        if state == "printed":
            assert came_out[number] == 1
        else:
            assert (number, state) in told or state in ("waiting", "printing")
    assert story.journal_kinds().count("lent") == LOANS
    story.journal_head()
    story.store.close()
