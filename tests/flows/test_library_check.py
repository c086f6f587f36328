"""Once a day the whole library is looked through: nobody waits for it, and damage is told in words."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import apsw
import pytest

from appliance.effects import CheckSnapshot
from appliance.kiosk.jobs.desk import AWAY_AT_MOST_S, BEGINS_AFTER_S
from appliance.language.causes import told
from appliance.messages import GoHome, SnapshotChecked
from appliance.model import Language
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.jobs import JobName, JobRecord
from appliance.model.soundness import Part, Soundness
from appliance.status import Bench
from appliance.store.snapshot import LEAVES_MB
from tests.bench.large_library import Size, enlarge
from tests.flows import library_damage
from tests.flows.storyboard import Storyboard, borrows

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
HOURS_TO_NEXT_MIDNIGHT = timedelta(hours=39)
"""From Monday at nine to the second one: the check is then due."""
NOTHING_BESIDE = {"kiosk.sqlite", "kiosk.sqlite-wal"}
SOUND = Soundness(10)


def goes_on(story: Storyboard, until: Callable[[], object]) -> None:
    """The kiosk's seconds are shorter than those for which the copy waits for the real disk."""
    while not until():
        story.waits(1)
        time.sleep(0.001)


def a_day_passes(story: Storyboard) -> None:
    story.waits(BEGINS_AFTER_S + 2)
    story.passes(DAY)


def is_checked(story: Storyboard) -> None:
    """A day passes, and the check is over."""
    a_day_passes(story)
    goes_on(story, lambda: has_run_well(story))


def is_asked(story: Storyboard, after: timedelta = DAY) -> CheckSnapshot:
    """A day passes, and a worker is asked, which does not answer by itself."""
    story.answers_pins = False
    before = len(asked(story))
    story.waits(BEGINS_AFTER_S + 2)
    story.passes(after)
    goes_on(story, lambda: len(asked(story)) > before)
    story.answers_pins = True
    return asked(story)[-1]


def asked(story: Storyboard) -> list[CheckSnapshot]:
    return [effect for effect in story.effects if isinstance(effect, CheckSnapshot)]


def answers(story: Storyboard, check: CheckSnapshot, found: Soundness | None = SOUND) -> None:
    story.post(SnapshotChecked(check.number, found))
    story.waits(10)


def files(story: Storyboard) -> set[str]:
    return {file.name for file in story.folder.iterdir()}


def record(story: Storyboard) -> JobRecord:
    found = story.store.jobs.record(JobName.DATABASE_CHECK)
    assert found is not None
    return found


def has_run_well(story: Storyboard) -> bool:
    at = record(story).ran_well_at
    return at is not None and story.now - at < HOUR and not record(story).failures


def journalled(story: Storyboard) -> list[dict[str, Any]]:
    rows = story.store.connection.execute("SELECT body FROM journal WHERE kind = 'library_checked'")
    return [json.loads(str(body)) for (body,) in rows]


def at_bench(story: Storyboard) -> list[Finding]:
    story.touches(GoHome())
    story.scans_badge_of("Technician Sam")
    story.types_pin()
    return [one for one in story.sees(Bench).measured if one.check in (Check.DATABASE, Check.CHAIN)]


def test_a_sound_library_is_looked_through_once_a_day(story: Storyboard) -> None:
    rows = len(story.journal_kinds())
    is_checked(story)
    closed_day = 1
    assert journalled(story) == [{"damage": {}, "rows": rows + closed_day}]
    assert has_run_well(story)
    assert files(story) == NOTHING_BESIDE
    assert [one.cause for one in at_bench(story)] == [Cause.DATABASE_SOUND, Cause.CHAIN_HOLDS]
    story.waits(100)
    assert len(asked(story)) == 1
    is_checked(story)
    assert len(journalled(story)) == len(asked(story)) == 2


@pytest.mark.parametrize(
    ("damage", "part", "cause"),
    [
        (library_damage.lose_index_entry, Part.INDEXES, Cause.DATABASE_INDEXES),
        (library_damage.lose_title, Part.REFERENCES, Cause.DATABASE_REFERENCES),
        (library_damage.lose_name, Part.TABLES, Cause.DATABASE_TABLES),
    ],
)
def test_what_is_damaged_is_told_to_the_technician_in_words(
    story: Storyboard, damage: Callable[[apsw.Connection], None], part: Part, cause: Cause
) -> None:
    damage(story.store.connection)
    is_checked(story)
    ((found_part, faults),) = journalled(story)[0]["damage"].items()
    assert found_part == part
    (found, chain) = at_bench(story)
    assert (found.verdict, found.cause, found.figures) == (Verdict.BAD, cause, (("faults", faults),))
    assert str(faults) in told(found, Language.EN)
    assert chain.cause is Cause.CHAIN_HOLDS
    assert has_run_well(story)


def test_a_page_that_the_card_lost_is_found(story: Storyboard) -> None:
    library_damage.lose_page(story, "record")
    is_checked(story)
    assert [one.cause for one in at_bench(story)] == [Cause.DATABASE_TABLES, Cause.CHAIN_HOLDS]


def test_a_row_of_the_journal_that_was_changed_long_ago_is_found(story: Storyboard) -> None:
    enlarge(story.store.connection, Size(titles=1, past_loans=0, waiting=0, journal_rows=2000))
    library_damage.change_journal(story.store.connection, 12)
    assert [one.cause for one in at_bench(story)] == [Cause.DATABASE_SOUND, Cause.CHAIN_HOLDS]
    is_checked(story)
    assert journalled(story) == [{"damage": {"journal": 12}, "rows": 11}]
    sound, chain = at_bench(story)
    assert (sound.cause, chain.cause, chain.figures) == (
        Cause.DATABASE_SOUND,
        Cause.CHAIN_BROKEN,
        (("row", 12),),
    )


def test_what_was_mended_is_told_no_more_after_the_next_look(story: Storyboard) -> None:
    library_damage.lose_title(story.store.connection)
    is_checked(story)
    story.store.connection.execute("UPDATE copy SET title_id = 1 WHERE title_id = 4711")
    is_checked(story)
    assert [one.cause for one in at_bench(story)] == [Cause.DATABASE_SOUND, Cause.CHAIN_HOLDS]


def test_books_are_lent_and_days_closed_while_somebody_looks(story: Storyboard) -> None:
    story.waits(BEGINS_AFTER_S + 2)
    story.now += HOURS_TO_NEXT_MIDNIGHT - HOUR
    story.power_is_cut()
    check = is_asked(story, after=timedelta(0))
    closed = story.journal_kinds().count("day_closed")
    borrows(story, "Chanthy", "B1")
    story.touches(GoHome())
    story.passes(HOUR)
    story.waits(10)
    assert story.journal_kinds().count("day_closed") == closed + 1
    assert len(asked(story)) == 1
    answers(story, check)
    goes_on(story, lambda: has_run_well(story))
    assert story.borrower_of("B1") == "Chanthy"


def test_after_a_power_cut_nothing_lies_about_and_the_check_is_done_anew(story: Storyboard) -> None:
    check = is_asked(story)
    left = check.copy.read_bytes()
    story.power_is_cut()
    part = check.copy.with_name(f"{check.copy.name}.part")
    for file in (check.copy, part):
        file.write_bytes(left)
    story.power_is_cut()
    assert files(story) == NOTHING_BESIDE
    goes_on(story, lambda: has_run_well(story))
    assert len(journalled(story)) == 1


def test_a_kiosk_that_is_stopped_in_the_middle_leaves_nothing_and_tells_nothing(story: Storyboard) -> None:
    is_asked(story)
    story.kiosk.close()
    assert files(story) == {"kiosk.sqlite"}
    story.power_is_cut()
    assert "job_failed" not in story.journal_kinds()
    goes_on(story, lambda: has_run_well(story))


def test_who_did_not_come_to_an_end_is_told_of_and_asked_again_after_an_hour(story: Storyboard) -> None:
    check = is_asked(story)
    answers(story, check, None)
    assert record(story).failure.startswith("NotChecked database_check.py:")
    assert story.journal_kinds().count("job_failed") == 1
    assert journalled(story) == []
    assert files(story) == NOTHING_BESIDE
    story.passes(HOUR)
    goes_on(story, lambda: has_run_well(story))


def test_an_answer_that_never_comes_is_given_up_and_a_late_one_means_nothing(story: Storyboard) -> None:
    check = is_asked(story)
    story.passes(timedelta(seconds=AWAY_AT_MOST_S - 20))
    story.waits(10)
    assert record(story).failures == 0
    story.waits(20)
    assert record(story).failures == 1
    answers(story, check)
    assert record(story).failures == 1
    again = is_asked(story)
    answers(story, check)
    assert journalled(story) == []
    answers(story, again)
    goes_on(story, lambda: has_run_well(story))


def test_a_copy_that_would_leave_no_room_for_loans_is_not_begun(
    story: Storyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.store.connection.wal_checkpoint()
    most = (story.folder / "kiosk.sqlite").stat().st_size + LEAVES_MB * 1_000_000 - 1
    with monkeypatch.context() as small:
        small.setattr(os, "statvfs", lambda _folder: SimpleNamespace(f_bavail=most, f_frsize=1))
        a_day_passes(story)
        story.waits(20)
    assert record(story).failure.startswith("NoRoomForSnapshot snapshot.py:")
    assert files(story) == NOTHING_BESIDE
    story.passes(HOUR)
    goes_on(story, lambda: has_run_well(story))
