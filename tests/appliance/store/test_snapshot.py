"""A copy of the library, made in steps while it is lent from: whole, true to one moment, or not there."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from appliance.messages import AskForLoan, GoHome
from appliance.ports import Snapshot, SnapshotFailed
from appliance.status import Approved
from appliance.store.database import FILE_NAME
from appliance.store.journal import verify
from appliance.store.snapshot import StoredSnapshot
from appliance.store.sqlite_store import open_store
from tests.bench.large_library import Size, enlarge
from tests.flows.storyboard import Storyboard

SOME = Size(titles=6000, past_loans=200, waiting=10, journal_rows=2000)


@pytest.fixture
def story_of_many(story: Storyboard) -> Storyboard:
    enlarge(story.store.connection, SOME)
    return story


@pytest.fixture
def to(tmp_path: Path) -> Path:
    (tmp_path / "copy").mkdir()
    return tmp_path / "copy" / FILE_NAME


def finish(snapshot: Snapshot, between: Callable[[], object] = lambda: None) -> int:
    """Small steps to the end; how many."""
    steps = 1
    while not snapshot.step(0.0):
        between()
        steps += 1
    snapshot.close()
    return steps


def content(connection: apsw.Connection) -> dict[str, list[str]]:
    run = connection.execute
    tables = [name for (name,) in run("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return {name: sorted(map(repr, run(f"SELECT * FROM {name}"))) for name in tables}


def lend(story: Storyboard, barcode: str) -> None:
    story.scans_card_of("Chanthy")
    story.scans(barcode)
    story.touches(AskForLoan())
    story.sees(Approved)
    story.touches(GoHome())


def test_what_is_lent_while_it_is_made_is_in_the_copy(story_of_many: Storyboard, to: Path) -> None:
    story, kept = story_of_many, {}
    books = iter(["B1", "B2", "B3"])
    snapshot = story.store.begin_snapshot(to)
    copying = 0

    def between() -> None:
        nonlocal copying
        if not to.with_name(f"{FILE_NAME}.part").exists():
            return
        copying += 1
        if copying % 5 == 0 and (book := next(books, None)):
            lend(story, book)
            kept.update(content(story.store.connection))

    assert finish(snapshot, between) > 15
    assert next(books, "all lent") == "all lent"
    copy = open_store(to.parent)
    assert content(copy.connection) == content(story.store.connection) == kept
    assert verify(copy.connection) == verify(story.store.connection)
    assert copy.connection.pragma("integrity_check") == "ok"
    copy.close()


def test_what_was_taken_back_while_it_was_made_is_not_in_the_copy(
    story_of_many: Storyboard, to: Path
) -> None:
    store = story_of_many.store
    snapshot = store.begin_snapshot(to)
    for _ in range(8):
        assert not snapshot.step(0.0)
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.connection.execute("UPDATE title SET title = 'torn'")
        assert not snapshot.step(1000.0)
        raise ZeroDivisionError
    finish(snapshot)
    copy = open_store(to.parent)
    assert content(copy.connection) == content(store.connection)
    copy.close()


def test_until_it_is_whole_the_old_copy_stands_under_its_name(story_of_many: Storyboard, to: Path) -> None:
    to.write_bytes(b"the copy of last week")
    to.with_name(f"{FILE_NAME}.part").write_bytes(b"torn by a power cut" * 10_000)
    snapshot = story_of_many.store.begin_snapshot(to)
    for _ in range(8):
        assert not snapshot.step(0.0)
        assert to.read_bytes() == b"the copy of last week"
    snapshot.close()
    snapshot.close()
    assert to.read_bytes() == b"the copy of last week"
    assert list(to.parent.iterdir()) == [to]
    again = story_of_many.store.begin_snapshot(to)
    finish(again)
    assert list(to.parent.iterdir()) == [to]
    open_store(to.parent).close()


def test_it_is_on_disk_before_it_has_its_name(story_of_many: Storyboard, to: Path) -> None:
    named_at_sync: list[bool] = []
    snapshot = StoredSnapshot(story_of_many.store.connection, to, lambda _: named_at_sync.append(to.exists()))
    finish(snapshot)
    assert len(named_at_sync) >= 3
    assert named_at_sync[-2:] == [False, True]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_fails_leaves_nothing(story_of_many: Storyboard, to: Path, failing: int) -> None:
    syncs = 0

    def sync(_file: int) -> None:
        nonlocal syncs
        syncs += 1
        if syncs == failing:
            raise OSError(errno.EIO, "worn out")

    snapshot = StoredSnapshot(story_of_many.store.connection, to, sync)
    with pytest.raises(SnapshotFailed):
        finish(snapshot)
    assert list(to.parent.iterdir()) == []
    lend(story_of_many, "B1")


def test_a_folder_that_is_not_there_is_told(story: Storyboard, tmp_path: Path) -> None:
    with pytest.raises(SnapshotFailed):
        story.store.begin_snapshot(tmp_path / "nowhere" / FILE_NAME)


def test_nobody_else_may_read_it(story: Storyboard, to: Path) -> None:
    finish(story.store.begin_snapshot(to))
    assert stat.S_IMODE(to.stat().st_mode) == 0o600


def test_the_library_lends_on_after_a_snapshot_was_given_up(story_of_many: Storyboard, to: Path) -> None:
    snapshot = story_of_many.store.begin_snapshot(to)
    snapshot.step(0.0)
    snapshot.close()
    lend(story_of_many, "B1")
