"""One durable checkout through the whole core, beside the same rows written by bare apsw (WAL, FULL).

As the loop does it: before each message the core is told the time.
"""

from __future__ import annotations

import hashlib
import json
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import apsw

from appliance.messages import AskForLoan, GoHome, Scanned, SlipPrinted, StartReturning, Ticked, Touched, Wake
from appliance.status import Approved
from tests.bench.row import Row
from tests.flows.storyboard import MONDAY, Storyboard, open_storyboard

CHECKOUTS = 300
READER = "Chanthy"
LIMIT = 1.8


def rows() -> list[Row]:
    """Medians of single checkouts, the two taken in turn so that both see the same disk."""
    with tempfile.TemporaryDirectory() as folder:
        story = open_storyboard(Path(folder) / "whole")
        bare = _Bare(Path(folder) / "bare.sqlite", story)
        card = story.card_of(READER)
        core_s, floor_s = [], []
        for _ in range(CHECKOUTS):
            core_s.append(checkout_s(story, card))
            floor_s.append(bare.checkout_s())
            bring_back(story)
        story.store.close()
    core, floor = statistics.median(core_s), statistics.median(floor_s)
    return [
        Row("checkout: core, median", core * 1e3, "ms", None, True),
        Row("checkout: bare apsw, median", floor * 1e3, "ms", None, True),
        Row("checkout: core ÷ bare apsw", core / floor, "×", LIMIT, core / floor <= LIMIT),
    ]


def checkout_s(story: Storyboard, card: str) -> float:
    """Card, book, green button: from the first message to the status that confirms.

    `card` is what the scanner reads; to look it up here would put another program's work before each loan.
    """
    kiosk = story.kiosk
    tick = Ticked(story.now, story.uptime_s)
    start = time.perf_counter()
    kiosk.handle(tick)
    kiosk.handle(Scanned(card))
    session = kiosk.status.session
    kiosk.handle(tick)
    kiosk.handle(Scanned("B1"))
    kiosk.handle(tick)
    kiosk.handle(Touched(session, AskForLoan()))
    status = kiosk.status
    took = time.perf_counter() - start
    assert isinstance(status.scene, Approved)
    return took


def bring_back(story: Storyboard) -> None:
    # One reader borrows one book all day: else it would have to rest.
    story.library.policy = replace(story.library.policy, rest_days=0)
    story.post(SlipPrinted(story.sees(Approved).request_id))
    story.touches(GoHome())
    story.touches(Wake())
    story.touches(StartReturning())
    story.scans("B1")
    story.touches(GoHome())
    story.passes(timedelta(minutes=6))  # nobody gets more than twelve slips an hour
    story.effects.clear()


class _Bare:
    """The rows of a checkout and nothing else: request, copy, loan, slip, the journal with its hash."""

    def __init__(self, file: Path, story: Storyboard) -> None:
        self._connection = apsw.Connection(str(file))
        for name, value in (("locking_mode", "exclusive"), ("journal_mode", "wal"), ("synchronous", 2)):
            self._connection.pragma(name, value)
        tables = ("request", "request_copy", "loan", "slip", "journal")
        for (sql,) in story.store.connection.execute(
            "SELECT sql FROM sqlite_schema WHERE tbl_name IN (?, ?, ?, ?, ?) AND sql IS NOT NULL", tables
        ):
            self._connection.execute(sql)
        self._hash = bytes(32)
        self._number = 0

    def checkout_s(self) -> float:
        start = time.perf_counter()
        self._number += 1
        number, at = self._number, MONDAY.isoformat()
        body = json.dumps({"loan": number})
        digest = hashlib.sha256(self._hash + body.encode()).digest()
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute(
            "INSERT INTO request (id, reader_id, asked_at, state) VALUES (?, 4, ?, 'approved')", (number, at)
        )
        execute(
            "INSERT INTO request_copy (request_id, place, copy_id, waiting) VALUES (?, 0, 1, 0)", (number,)
        )
        execute(
            "INSERT INTO loan (id, copy_id, reader_id, request_id, lent_at, due_on, renewals, salt)"
            " VALUES (?, 1, 4, ?, ?, '2026-12-07', 0, randomblob(16))",
            (number, number, at),
        )
        execute("INSERT INTO slip VALUES (?, 1, ?, 'printing', NULL)", (number, at))
        execute("INSERT INTO journal VALUES (?, ?, 'lent', ?, ?, ?)", (number, at, body, self._hash, digest))
        execute("COMMIT")
        took = time.perf_counter() - start
        self._hash = digest
        execute("UPDATE loan SET returned_at = ? WHERE id = ?", (at, number))
        return took
