"""The library's file is looked through in steps, and what the card lost is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from appliance.kiosk.jobs.desk import BEGINS_AFTER_S
from appliance.model.jobs import JobName
from appliance.model.unit_events import RoomAgain
from appliance.store.upkeep import ROWS_A_STEP
from tests.flows.storyboard import MONDAY, Storyboard, open_storyboard

DAY = timedelta(days=1)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storyboard]:
    story = open_storyboard(tmp_path)
    yield story
    story.store.close()


def settles(story: Storyboard) -> None:
    """Long enough for the jobs of these tests to be planned and to do all their steps."""
    story.waits(BEGINS_AFTER_S + 20)


def test_the_file_is_read_in_steps_and_all_of_it(story: Storyboard) -> None:
    with story.store.transaction():
        for _ in range(3 * ROWS_A_STEP):
            story.store.journal.append(MONDAY, RoomAgain())
    rows = [0]

    def counts(_cursor: apsw.Cursor, row: tuple[object, ...]) -> tuple[object, ...]:
        rows[-1] += 1
        return row

    steps = story.store.upkeep.read_through()
    story.store.connection.row_trace = counts
    for _ in steps:
        rows.append(0)
    story.store.connection.row_trace = None
    assert max(rows) <= 2 * ROWS_A_STEP
    tables = story.store.connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
    ).fetchall()
    whole = sum(story.store.connection.execute(f'SELECT count(*) FROM "{name}"').get for (name,) in tables)
    assert sum(rows) >= whole - 50


def test_tables_that_grew_are_looked_at_anew_one_at_each_step(story: Storyboard) -> None:
    run = story.store.connection.execute
    story.store.people.all_readers()
    assert [story.store.titles.copy(f"B{number}") for number in (1, 2)]
    steps = 0
    for _ in story.store.upkeep.optimize():
        steps += 1
        known = run("SELECT count(DISTINCT tbl) FROM sqlite_stat1").get if steps > 1 else 0
        assert known < steps
    looked_at = {table for (table,) in run("SELECT tbl FROM sqlite_stat1")}
    assert {"copy", "title"} <= looked_at
    assert steps >= 2
    assert list(story.store.upkeep.optimize()) == []


def test_a_page_that_the_card_lost_is_found_and_told(story: Storyboard) -> None:
    settles(story)
    story.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ((page,),) = story.store.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'record'")
    size = story.store.connection.pragma("page_size")
    with (story.folder / "kiosk.sqlite").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))
    story.store.connection.execute("PRAGMA shrink_memory")
    story.passes(DAY)
    story.waits(120)
    record = story.store.jobs.record(JobName.DATABASE_CHECK)
    assert record is not None
    assert record.failure.startswith("CorruptError upkeep.py:")
    assert story.journal_kinds().count("job_failed") == 1
