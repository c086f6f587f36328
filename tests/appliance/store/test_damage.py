"""Damage in the file: every start looks at what circulates, the doctor and a start after a crash at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from appliance.cli.measuring import library_health
from appliance.messages import Crashed
from appliance.model.health import LibraryState
from appliance.status import OutOfService, OutOfServiceReason
from appliance.store.database import FILE_NAME
from appliance.unit.sessions import open_session
from tests.flows.storyboard import Storyboard, borrows

DAMAGED = OutOfService(OutOfServiceReason.DATABASE_DAMAGED)


def damage(story: Storyboard, table: str) -> Path:
    """Close the library and overwrite the first page of a table, as a worn card does."""
    connection = story.store.connection
    root = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    number = int(connection.execute(root, (table,)).fetchone()[0])
    size = connection.pragma("page_size")
    story.store.close()
    with (story.folder / FILE_NAME).open("r+b") as file:
        file.seek((number - 1) * size)
        file.write(b"\xa5" * size)
    return story.folder


@pytest.mark.parametrize("table", ["loan", "request", "request_copy", "slip", "reader", "staff", "policy"])
def test_damage_where_lending_looks_is_found_by_every_start(story: Storyboard, table: str) -> None:
    borrows(story, "Chanthy", "B1")
    assert open_session(damage(story, table)).status.scene == DAMAGED


def test_damage_of_the_newest_journal_rows_is_found_by_every_start(story: Storyboard) -> None:
    assert open_session(damage(story, "journal")).status.scene == DAMAGED


@pytest.mark.parametrize("table", ["title", "copy", "record", "title_of_isbn", "title_words_data"])
def test_damage_in_the_catalogue_is_found_by_the_doctor_and_after_a_crash(
    story: Storyboard, table: str
) -> None:
    story.post(Crashed("CorruptError", "somewhere.py:1"))
    folder = damage(story, table)
    assert library_health(folder).state is LibraryState.DAMAGED
    assert open_session(folder).status.scene == DAMAGED


def test_damage_in_the_catalogue_does_not_keep_a_quiet_library_closed(story: Storyboard) -> None:
    session = open_session(damage(story, "title"))
    assert session.status.scene != DAMAGED
    session.close()
