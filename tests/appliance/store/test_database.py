"""Opening the library: settings, migrations, damage, a newer version, a second program, a full disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from appliance.messages import AskForLoan, Crashed, GoHome, Started, StartReturning, Stopped
from appliance.status import Attract, Basket, OutOfService, OutOfServiceReason
from appliance.store import database
from appliance.store.database import FILE_NAME, LibraryBusy, LibraryDamaged, LibraryNewer, open_library
from appliance.unit.sessions import open_session
from tests.flows.storyboard import Storyboard, borrows, open_storyboard

_OWN_TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
)


def test_the_settings_that_keep_loans_are_on(tmp_path: Path) -> None:
    connection = open_library(tmp_path)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
    }
    assert {name: connection.pragma(name) for name in wanted} == wanted


def test_a_query_is_compiled_once_and_not_for_each_value(tmp_path: Path) -> None:
    assert open_library(tmp_path).config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, -1) == 1


def test_sqlite_is_one_without_the_wal_reset_bug() -> None:
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


def test_migrations_are_recorded_once(tmp_path: Path) -> None:
    open_library(tmp_path).close()
    connection = open_library(tmp_path)
    numbers = [number for (number,) in connection.execute("SELECT number FROM migration ORDER BY number")]
    assert numbers == [number for number, _, _ in database.migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_migration_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(tmp_path).close()
    known = database.migrations()
    broken = (len(known) + 1, "9999_broken.sql", "CREATE TABLE half (id); INSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr(database, "migrations", lambda: [*known, broken])
    with pytest.raises(apsw.SQLError):
        open_library(tmp_path)
    monkeypatch.undo()
    connection = open_library(tmp_path)
    assert connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchone() is None


def test_a_column_that_a_later_migration_adds_to_any_table_is_in_nobodys_way(tmp_path: Path) -> None:
    opened = open_library(tmp_path)
    tables = [name for (name,) in opened.execute(_OWN_TABLES)]
    for table in tables:
        opened.execute(f"ALTER TABLE {table} ADD COLUMN of_a_later_day TEXT")
    opened.close()
    story = open_storyboard(tmp_path)
    borrows(story, "Chanthy", "B1")
    borrows(story, "Dara", "B2")
    assert set(tables) >= {
        "reader",
        "title",
        "copy",
        "loan",
        "request",
        "slip",
        "journal",
        "site",
        "migration",
    }
    assert (story.borrower_of("B1"), story.borrower_of("B2")) == ("Chanthy", "Dara")
    assert story.store.connection.execute("SELECT count(*) FROM slip").fetchone() == (2,)
    story.journal_head()


def test_a_library_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    opened = open_library(tmp_path)
    opened.execute("INSERT INTO migration VALUES (9999, 'later.sql', '', '')")
    opened.close()
    with pytest.raises(LibraryNewer):
        open_library(tmp_path)
    assert open_session(tmp_path).status.scene == OutOfService(OutOfServiceReason.DATABASE_NEWER)


@pytest.mark.parametrize("content", [b"this is no library" * 100, b"SQLite format 3\0" + b"\xff" * 8192])
def test_a_file_that_is_no_library_is_out_of_service(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"^\w+Error$"):
        open_library(tmp_path)
    assert open_session(tmp_path).status.scene == OutOfService(OutOfServiceReason.DATABASE_DAMAGED)
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_library_that_cannot_be_opened_is_out_of_service(tmp_path: Path) -> None:
    (tmp_path / "a_file").write_text("no folder")
    (tmp_path / "folder" / FILE_NAME).mkdir(parents=True)
    for folder in (tmp_path / "a_file", tmp_path / "folder"):
        assert open_session(folder).status.scene == OutOfService(OutOfServiceReason.DATABASE_DAMAGED)


def test_a_broken_journal_is_out_of_service(story: Storyboard) -> None:
    connection = story.store.connection
    connection.execute("DROP TRIGGER journal_is_never_rewritten")
    connection.execute("UPDATE journal SET kind = 'x' WHERE seq = 1")
    story.store.close()
    assert open_session(story.folder).status.scene == OutOfService(OutOfServiceReason.JOURNAL_BROKEN)


def test_a_second_program_cannot_open_the_library(tmp_path: Path) -> None:
    first = open_library(tmp_path)
    with pytest.raises(LibraryBusy):
        open_library(tmp_path)
    first.close()
    open_library(tmp_path).close()


def test_a_full_disk_is_told_and_nothing_is_half_done(story: Storyboard) -> None:
    story.library.policy = replace(story.library.policy, rest_days=0)
    story.scans_card_of("Chanthy")
    story.scans("B1")
    story.sees(Basket)
    connection = story.store.connection
    connection.execute("CREATE TABLE ballast (filling BLOB)")
    connection.pragma("max_page_count", connection.pragma("page_count"))
    with pytest.raises(apsw.FullError):
        for _ in range(100):
            connection.execute("INSERT INTO ballast VALUES (zeroblob(900))")
    for _ in range(60):
        story.scans_card_of("Chanthy")
        story.scans("B1")
        story.touches(AskForLoan())
        if isinstance(story.status.scene, OutOfService):
            break
        story.touches(GoHome())
        story.touches(StartReturning())
        story.scans("B1")
        story.touches(GoHome())
    assert story.sees(OutOfService).reason is OutOfServiceReason.DISK_FULL
    connection.pragma("max_page_count", 1_000_000)
    assert connection.execute("SELECT count(*) FROM loan").fetchone()[0] == story.journal_kinds().count(
        "lent"
    )
    story.journal_head()
    story.waits(1)
    story.sees(Attract)
    assert story.journal_kinds()[-1] == "room_again"


def test_a_start_after_a_sudden_end_is_journalled_as_one(tmp_path: Path) -> None:
    story = open_storyboard(tmp_path)
    story.post(Started())
    story.power_is_cut()
    story.post(Started())
    story.post(Crashed("ValueError", "somewhere.py:1"))
    story.post(Stopped())
    story.power_is_cut()
    story.post(Started())
    rows = story.store.connection.execute("SELECT kind, body FROM journal")
    made = ("clock", "library_begun", "reader_added", "staff_added", "catalogue_kept")
    assert [tuple(row) for row in rows if row[0] not in made] == [
        ("started", '{"after_sudden_end":false}'),
        ("started", '{"after_sudden_end":true}'),
        ("crashed", '{"error":"ValueError","place":"somewhere.py:1"}'),
        ("stopped", "{}"),
        ("started", '{"after_sudden_end":false}'),
    ]
