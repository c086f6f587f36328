"""What a dying card, or somebody with a computer, does to a library's file."""

from __future__ import annotations

import re
from pathlib import Path

import apsw

from tests.flows.storyboard import Storyboard


def lose_index_entry(connection: apsw.Connection) -> None:
    """A title that its table has on another shelf than its index."""
    run = connection.execute
    kept = run("SELECT * FROM sqlite_schema WHERE name = 'title_on_shelf'").fetchone()
    run("PRAGMA writable_schema = ON")
    run("DELETE FROM sqlite_schema WHERE name = 'title_on_shelf'")
    run("PRAGMA writable_schema = RESET")
    run("UPDATE title SET shelf = 'stories' WHERE id = 1")
    run("PRAGMA writable_schema = ON")
    run("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", kept)
    run("PRAGMA writable_schema = RESET")


def lose_words(connection: apsw.Connection) -> None:
    """Of what the search finds titles by."""
    connection.execute("DELETE FROM title_words_data WHERE id > 100")


def lose_title(connection: apsw.Connection) -> None:
    """A copy of a title that is not there."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE copy SET title_id = 4711 WHERE barcode = 'B5'")
    connection.execute("PRAGMA foreign_keys = ON")


def change_journal(connection: apsw.Connection, seq: int) -> None:
    connection.execute("DROP TRIGGER journal_is_never_rewritten")
    connection.execute("UPDATE journal SET body = '{}' WHERE seq = ?", (seq,))


def lose_name(connection: apsw.Connection) -> None:
    """A reader without a name, which the table forbids."""
    kept = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'reader'").get
    write = "UPDATE sqlite_schema SET sql = ? WHERE name = 'reader'"
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(write, (re.sub(r"(name +TEXT) NOT NULL", r"\1", kept),))
    connection.execute("PRAGMA writable_schema = RESET")
    connection.execute("UPDATE reader SET name = NULL WHERE number = 43")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(write, (kept,))
    connection.execute("PRAGMA writable_schema = RESET")


def lose_page(story: Storyboard, table: str) -> None:
    """The first page of a table, which the card gives back as zeros."""
    connection = story.store.connection
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    ((page,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    zero_page(story.folder / "kiosk.sqlite", page, connection.pragma("page_size"))
    connection.execute("PRAGMA shrink_memory")


def zero_page(file: Path, page: int, size: int) -> None:
    with file.open("r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(bytes(size))
