"""What the library file tells the doctor."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from appliance.model.health import Counts
from appliance.model.unit_events import Stopped
from appliance.store.health import BACKED_UP_AT, StoredHealth, health
from appliance.store.journal import append, verify
from tests.flows.storyboard import MONDAY, Storyboard, borrows, open_storyboard


def test_counts_and_the_journals_head(tmp_path: Path) -> None:
    story = open_storyboard(tmp_path)
    borrows(story, "Chanthy", "B1", "B2")
    story.store.loans.give_back(story.store.loans.all_open()[0], MONDAY)
    found = health(story.store.connection)
    head = verify(story.store.connection)
    assert found.counts == Counts(titles=8, copies=8, readers=4, open_loans=1)
    assert found.chain is not None
    assert (found.chain.seq, found.chain.checked, found.chain.broken_at) == (head.seq, head.seq, None)
    assert len(found.chain.head) == 52
    assert len(found.unit) == 32


def test_a_changed_row_is_named(tmp_path: Path) -> None:
    story = open_storyboard(tmp_path)
    breaks_row(story, 2)
    found = health(story.store.connection)
    assert found.chain is not None
    assert found.chain.broken_at == 2


def test_at_once_only_the_last_rows_are_looked_at(tmp_path: Path) -> None:
    story = open_storyboard(tmp_path)
    with story.store.transaction():
        for _ in range(1200):
            append(story.store.connection, MONDAY, Stopped())
    breaks_row(story, 2)
    chain = StoredHealth(story.store.connection).look().chain
    assert chain is not None
    assert (chain.checked, chain.broken_at) == (1000, None)


def test_a_backup_tells_itself_in_the_site_table(tmp_path: Path) -> None:
    story = open_storyboard(tmp_path)
    assert health(story.store.connection).backed_up_at is None
    story.store.connection.execute(
        "INSERT INTO site VALUES (?, ?)", (BACKED_UP_AT, "2026-11-20T02:00:00.000+00:00")
    )
    assert health(story.store.connection).backed_up_at == datetime(2026, 11, 20, 2, tzinfo=UTC)


def breaks_row(story: Storyboard, seq: int) -> None:
    story.store.connection.execute("DROP TRIGGER journal_is_never_rewritten")
    story.store.connection.execute("UPDATE journal SET kind = 'other' WHERE seq = ?", (seq,))
