"""What the journal tells of: a type for each kind; rows of older programs stay as they were, to the byte."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

from appliance.model.journal_events import KINDS, JournalEvent, body_of
from appliance.model.unit_events import ClockNoted
from appliance.store.journal import append, verify
from appliance.store.sqlite_store import open_store
from tests.flows.storyboard import MONDAY
from tests.house.tree import HOUSE

RECORDED = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("recorded_events.tsv").read_text("utf-8").splitlines()
]
"""A row of each kind (kind, body) as the program wrote it before the kinds had types."""


NEWER = {"day_closed", "forged_code", "job_failed", "library_checked", "pin_not_checked"}
NEWER |= {"badge_reissued", "clock_believed", "date_looked_at", "loan_mended", "request_mended"}
NEWER |= {"brought_back", "line_ended", "setting_changed", "shelved"}
"""Kinds that had types from the first."""


def event_of(kind: str, body: dict[str, object]) -> JournalEvent:
    event = KINDS[kind]
    hints = get_type_hints(event)
    values = {}
    for field in fields(event):
        value = body[field.name]
        if hints[field.name] is date:
            value = date.fromisoformat(value)
        elif hints[field.name] is ClockNoted:
            value = ClockNoted(**value)
        elif isinstance(value, list):
            value = tuple(value)
        values[field.name] = value
    return event(**values)


def test_a_row_of_each_kind_was_recorded() -> None:
    assert [kind for kind, _ in RECORDED] == sorted(set(KINDS) - NEWER)


@pytest.mark.parametrize(("kind", "body"), RECORDED)
def test_a_kind_is_written_as_older_programs_wrote_it(tmp_path: Path, kind: str, body: str) -> None:
    store = open_store(tmp_path)
    event = event_of(kind, json.loads(body))
    with store.transaction():
        append(store.connection, MONDAY, event)
    assert list(store.connection.execute("SELECT kind, body FROM journal")) == [(kind, body)]
    assert body_of(event) == json.loads(body)
    store.close()


def test_a_journal_of_an_older_program_verifies_and_goes_on(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    rows = Path(__file__).with_name("recorded_journal.tsv").read_text("utf-8").splitlines()
    with store.transaction():
        for row in rows:
            seq, at, kind, body, prev, link = row.split("\t")
            values = (int(seq), at, kind, body, bytes.fromhex(prev), bytes.fromhex(link))
            store.connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", values)
    assert verify(store.connection, last=len(rows)).seq == len(rows)
    with store.transaction():
        append(store.connection, MONDAY, event_of("found", {"copy": 1}))
    assert verify(store.connection, last=len(rows) + 1).seq == len(rows) + 1
    store.close()


def test_no_kind_is_written_as_text_anywhere() -> None:
    writers = [
        file
        for file in (HOUSE / "appliance").rglob("*.py")
        if "INSERT INTO journal" in file.read_text("utf-8")
    ]
    assert [file.name for file in writers] == ["journal.py"]
