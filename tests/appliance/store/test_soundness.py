"""A copy of the library is looked through: every kind of damage is found, told apart and counted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from appliance.model.soundness import Part, Soundness, damage_in
from appliance.store import soundness
from appliance.store.soundness import look_through
from tests.bench.large_library import Size, enlarge
from tests.flows import library_damage
from tests.flows.storyboard import Storyboard, borrows


def copy_of(story: Storyboard) -> Path:
    snapshot = story.store.begin_snapshot(story.folder / "copy of mine?.sqlite")
    while not snapshot.step(50):
        pass
    snapshot.close()
    return snapshot.path


def test_a_sound_copy_is_told_as_such_and_left_alone(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1")
    copy = copy_of(story)
    before, files = copy.read_bytes(), set(story.folder.iterdir())
    assert look_through(copy) == Soundness(len(story.journal_kinds()))
    assert copy.read_bytes() == before
    assert set(story.folder.iterdir()) == files


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (library_damage.lose_index_entry, {Part.INDEXES: 1}),
        (library_damage.lose_title, {Part.REFERENCES: 1}),
        (library_damage.lose_name, {Part.TABLES: 1}),
        (library_damage.lose_words, {Part.INDEXES: 1}),
    ],
)
def test_each_part_is_told_apart(
    story: Storyboard, damage: Callable[[apsw.Connection], None], found: dict[Part, int]
) -> None:
    damage(story.store.connection)
    assert look_through(copy_of(story)) == Soundness(len(story.journal_kinds()), found)


def test_all_damage_is_told_at_once(story: Storyboard) -> None:
    connection = story.store.connection
    for damage in (library_damage.lose_index_entry, library_damage.lose_title, library_damage.lose_name):
        damage(connection)
    library_damage.change_journal(connection, 4)
    assert look_through(copy_of(story)) == Soundness(
        3, {Part.TABLES: 1, Part.INDEXES: 1, Part.REFERENCES: 1, Part.JOURNAL: 4}
    )


def test_a_loan_that_was_changed_breaks_the_seal_of_its_row(story: Storyboard) -> None:
    borrows(story, "Chanthy", "B1")
    story.store.connection.execute("UPDATE loan SET reader_id = 1")
    sealed = story.journal_kinds().index("lent") + 1
    assert look_through(copy_of(story)).damage == {Part.JOURNAL: sealed}


def test_no_more_than_a_hundred_faults_are_counted(story: Storyboard) -> None:
    enlarge(story.store.connection, Size(titles=500, past_loans=0, waiting=0, journal_rows=0))
    story.store.connection.execute("PRAGMA foreign_keys = OFF")
    story.store.connection.execute("UPDATE copy SET title_id = 4711")
    assert look_through(copy_of(story)).damage == {Part.REFERENCES: 100}


def test_whatever_page_is_lost_the_copy_is_not_sound(story: Storyboard) -> None:
    copy = copy_of(story)
    whole, size = copy.read_bytes(), 4096
    held = []
    for page in range(1, len(whole) // size + 1):
        copy.write_bytes(whole)
        library_damage.zero_page(copy, page, size)
        if not look_through(copy).damage:
            held.append(page)
    assert held == [page for page in held if not any(whole[(page - 1) * size : page * size])]


@pytest.mark.parametrize("content", [b"", b"no library at all " * 1000])
def test_what_is_no_library_is_damage(tmp_path: Path, content: bytes) -> None:
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(content)
    assert look_through(copy) == Soundness(0, {Part.TABLES: 1})


def test_what_is_not_there_is_damage(tmp_path: Path) -> None:
    assert look_through(tmp_path / "nothing") == Soundness(0, {Part.TABLES: 1})


@pytest.mark.parametrize("damage", [{}, {Part.TABLES: 3}, {Part.INDEXES: 1, Part.JOURNAL: 48_102}])
def test_the_mark_is_read_as_it_was_written(damage: dict[Part, int]) -> None:
    assert damage_in(Soundness(9, damage).as_mark()) == damage


def test_a_copy_is_read_as_what_somebody_may_have_tampered_with(story: Storyboard) -> None:
    connection = soundness._open(copy_of(story))
    assert connection.pragma("cell_size_check") == 1
    assert connection.pragma("trusted_schema") == 0
    connection.close()


def test_the_program_behind_everybody_tells_what_it_found(story: Storyboard) -> None:
    library_damage.lose_title(story.store.connection)
    command = [sys.executable, "-I", "-m", soundness.__name__, str(copy_of(story))]
    said = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(said.stdout) == {"rows": len(story.journal_kinds()), "damage": {"references": 1}}


def test_it_wants_neither_processor_nor_disk_of_others(
    story: Storyboard, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[int, int, os.sched_param]] = []
    monkeypatch.setattr(os, "sched_setscheduler", lambda *wanted: asked.append(wanted))
    monkeypatch.setattr(sys, "argv", ["soundness", str(copy_of(story))])
    soundness.main()
    assert asked == [(0, os.SCHED_IDLE, os.sched_param(0))]
    assert json.loads(capsys.readouterr().out)["damage"] == {}
