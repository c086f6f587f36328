"""The journal: each row chained to the one before, and any change found at its row."""

from __future__ import annotations

import random
from pathlib import Path

import apsw
import pytest

from appliance.messages import AskForLoan
from appliance.model.lending_events import Returned
from appliance.store.journal import Head, JournalBroken, append, verify
from appliance.store.sqlite_store import SqliteStore, open_store
from tests.flows.storyboard import MONDAY, Storyboard, open_storyboard

ROWS = 400


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    store = open_store(tmp_path)
    with store.transaction():
        for number in range(ROWS):
            append(store.connection, MONDAY, Returned(number))
    return store


def tamper(store: SqliteStore, sql: str, *values: object) -> None:
    """As somebody with the file and a database program would: without our triggers."""
    store.connection.execute("DROP TRIGGER IF EXISTS journal_is_never_rewritten")
    store.connection.execute("DROP TRIGGER IF EXISTS journal_is_never_shortened")
    store.connection.execute(sql, values)


def first_broken(store: SqliteStore) -> int:
    with pytest.raises(JournalBroken) as broken:
        verify(store.connection)
    return broken.value.seq


def test_an_untouched_journal_holds(store: SqliteStore) -> None:
    assert verify(store.connection).seq == ROWS


def test_the_journal_cannot_be_rewritten_or_shortened_through_the_program(store: SqliteStore) -> None:
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        store.connection.execute("UPDATE journal SET body = '{}' WHERE seq = 3")
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        store.connection.execute("DELETE FROM journal WHERE seq = 3")


@pytest.mark.parametrize("column", ["at", "kind", "body"])
@pytest.mark.parametrize("seq", [1, 17, ROWS])
def test_a_changed_row_is_named(store: SqliteStore, column: str, seq: int) -> None:
    tamper(store, f"UPDATE journal SET {column} = {column} || ' ' WHERE seq = ?", seq)
    assert first_broken(store) == seq


@pytest.mark.parametrize("seq", [1, 17, ROWS - 1])
def test_a_missing_row_is_named(store: SqliteStore, seq: int) -> None:
    tamper(store, "DELETE FROM journal WHERE seq = ?", seq)
    assert first_broken(store) == seq


def test_two_rows_that_changed_places_are_found(store: SqliteStore) -> None:
    tamper(store, "UPDATE journal SET seq = seq + 100000 WHERE seq IN (20, 21)")
    store.connection.execute("UPDATE journal SET seq = 20 WHERE seq = 100021")
    store.connection.execute("UPDATE journal SET seq = 21 WHERE seq = 100020")
    assert first_broken(store) == 20


def test_a_row_forged_with_its_own_right_hash_breaks_the_next(store: SqliteStore, tmp_path: Path) -> None:
    other = open_store(tmp_path / "other")
    prev = store.connection.execute("SELECT prev FROM journal WHERE seq = 50").fetchone()[0]
    other.connection.execute("INSERT INTO journal VALUES (49, '', '', '', x'', ?)", (prev,))
    append(other.connection, MONDAY, Returned(666))
    forged = other.connection.execute("SELECT * FROM journal WHERE seq = 50").fetchone()
    tamper(store, "DELETE FROM journal WHERE seq = 50")
    store.connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", forged)
    assert first_broken(store) == 51


def test_any_flipped_bit_is_found(store: SqliteStore) -> None:
    dice = random.Random(5)
    for _ in range(50):
        seq = dice.randint(1, ROWS)
        store.connection.execute("SAVEPOINT before")
        flipped = bytearray(
            store.connection.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()[0]
        )
        flipped[dice.randrange(32)] ^= 1 << dice.randrange(8)
        tamper(store, "UPDATE journal SET hash = ? WHERE seq = ?", bytes(flipped), seq)
        assert first_broken(store) in (seq, seq + 1)
        store.connection.execute("ROLLBACK TO before")
        store.connection.execute("RELEASE before")


def test_the_end_alone_can_be_checked_at_start(store: SqliteStore) -> None:
    assert verify(store.connection, last=10) == verify(store.connection)
    tamper(store, "UPDATE journal SET kind = 'x' WHERE seq = ?", ROWS - 3)
    with pytest.raises(JournalBroken):
        verify(store.connection, last=10)


def test_a_loan_given_to_another_reader_afterwards_is_found(tmp_path: Path) -> None:
    story = lend_one(tmp_path)
    assert isinstance(story.journal_head(), Head)
    story.store.connection.execute("UPDATE loan SET reader_id = 1")
    with pytest.raises(JournalBroken, match="loan was changed"):
        story.journal_head()


def test_a_purged_loan_tells_nothing_and_the_chain_holds(tmp_path: Path) -> None:
    story = lend_one(tmp_path)
    story.store.connection.execute("UPDATE loan SET reader_id = NULL, salt = NULL, returned_at = lent_at")
    story.store.connection.execute("UPDATE request SET reader_id = NULL")
    story.journal_head()
    for table in ("loan", "request"):
        query = f"SELECT 1 FROM {table} JOIN reader ON reader.id = {table}.reader_id"
        assert story.store.connection.execute(query).fetchone() is None


@pytest.mark.parametrize(
    "sql", ["UPDATE loan SET reader_id = NULL", "UPDATE request SET reader_id = NULL, state = 'waiting'"]
)
def test_a_book_in_somebodys_hands_cannot_be_purged(tmp_path: Path, sql: str) -> None:
    story = lend_one(tmp_path)
    with pytest.raises(apsw.ConstraintError):
        story.store.connection.execute(sql)


def test_no_name_barcode_or_title_is_in_the_journal(tmp_path: Path) -> None:
    story = lend_one(tmp_path)
    bodies = " ".join(body for (body,) in story.store.connection.execute("SELECT body FROM journal"))
    for secret in ("Chanthy", "B1", "ទុំទាវ", story.card_of("Chanthy")):
        assert secret not in bodies


def lend_one(folder: Path) -> Storyboard:
    story = open_storyboard(folder)
    story.scans_card_of("Chanthy")
    story.scans("B1")
    story.touches(AskForLoan())
    return story
