"""The library's file is optimised in steps: one table at each."""

from __future__ import annotations

from tests.flows.storyboard import Storyboard


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


def test_however_large_a_table_is_only_so_many_of_its_rows_are_looked_at(story: Storyboard) -> None:
    list(story.store.upkeep.optimize())
    assert story.store.connection.pragma("analysis_limit") == 200
