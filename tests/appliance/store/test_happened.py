"""What happened in a span is counted from its first moment on and before its last, to the row."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from appliance.model.unit_events import RoomAgain
from appliance.store.sqlite_store import SqliteStore, open_store
from tests.flows.storyboard import MONDAY

HOUR = timedelta(hours=1)


def with_rows(folder: Path, many: int) -> SqliteStore:
    """One at each hour from Monday on."""
    store = open_store(folder)
    with store.transaction():
        for hour in range(many):
            store.journal.append(MONDAY + hour * HOUR, RoomAgain())
    return store


def test_an_only_row_is_counted_in_its_own_hour_and_in_no_other(tmp_path: Path) -> None:
    store = with_rows(tmp_path, 1)
    happened = store.jobs.happened
    assert happened(MONDAY, MONDAY + HOUR) == {"room_again": 1}
    assert happened(MONDAY - HOUR, MONDAY) == happened(MONDAY + HOUR, MONDAY + 2 * HOUR) == {}
    store.close()


def test_every_span_of_ten_rows_counts_those_in_it(tmp_path: Path) -> None:
    store = with_rows(tmp_path, 10)
    for first in range(10):
        for end in range(first + 1, 12):
            counted = store.jobs.happened(MONDAY + first * HOUR, MONDAY + end * HOUR)
            assert counted == {"room_again": min(end, 10) - first}
    store.close()


def test_a_row_that_is_gone_stops_no_count(tmp_path: Path) -> None:
    store = with_rows(tmp_path, 5)
    for (trigger,) in store.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        store.connection.execute(f"DROP TRIGGER {trigger}")
    store.connection.execute("DELETE FROM journal WHERE seq IN (1, 3)")
    assert store.jobs.happened(MONDAY, MONDAY + 9 * HOUR) == {"room_again": 3}
    store.close()
