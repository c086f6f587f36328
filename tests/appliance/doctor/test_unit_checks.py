"""Each check of the unit itself on facts that are good, to be watched, bad and not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from appliance.doctor import (
    backup,
    chain,
    database,
    date,
    disk,
    jobs,
    memory,
    screen,
    temperature,
)
from appliance.language.causes import told
from appliance.model import Language
from appliance.model.clock import ClockRecord, Doubt, Leap
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import (
    ChainHealth,
    Counts,
    DiskHealth,
    LibraryHealth,
    LibraryState,
    MachineHealth,
    Power,
    ScreenHealth,
)
from appliance.model.jobs import JobName, JobRecord
from appliance.model.soundness import Part

CHAIN = ChainHealth(40, "A" * 52, 40)
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
BUILT = NOW - timedelta(days=10)
GOOD, WATCH, BAD, UNKNOWN = Verdict.GOOD, Verdict.WATCH, Verdict.BAD, Verdict.UNKNOWN


def judged(finding: Finding) -> tuple[Verdict, Cause]:
    return finding.verdict, finding.cause


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (None, (UNKNOWN, Cause.DISK_UNREAD)),
        (DiskHealth(12_000, 30_000, 900_000), (GOOD, Cause.DISK_ROOM)),
        (DiskHealth(12_000, 30_000, None), (GOOD, Cause.DISK_ROOM)),
        (DiskHealth(499, 30_000), (WATCH, Cause.DISK_LOW)),
        (DiskHealth(49, 30_000), (BAD, Cause.DISK_FULL)),
        (DiskHealth(12_000, 30_000, 99), (BAD, Cause.DISK_FULL)),
        (DiskHealth(12_000, 30_000, read_only=True), (BAD, Cause.DISK_READ_ONLY)),
    ],
)
def test_a_disk(health: DiskHealth | None, expected: tuple[Verdict, Cause]) -> None:
    assert judged(disk.check(health)) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (LibraryState.OPEN, (GOOD, Cause.DATABASE_SOUND)),
        (LibraryState.DAMAGED, (BAD, Cause.DATABASE_DAMAGED)),
        (LibraryState.NEWER, (BAD, Cause.DATABASE_NEWER)),
        (LibraryState.MISSING, (BAD, Cause.DATABASE_MISSING)),
        (LibraryState.HELD, (UNKNOWN, Cause.DATABASE_HELD)),
    ],
)
def test_a_library_file(state: LibraryState, expected: tuple[Verdict, Cause]) -> None:
    (found,) = database.check(LibraryHealth(state, counts=Counts(3, 4, 5, 1)))
    assert judged(found) == expected


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ({Part.TABLES: 2}, [(Cause.DATABASE_TABLES, 2)]),
        ({Part.INDEXES: 3}, [(Cause.DATABASE_INDEXES, 3)]),
        ({Part.REFERENCES: 4}, [(Cause.DATABASE_REFERENCES, 4)]),
        (
            {Part.REFERENCES: 4, Part.JOURNAL: 9, Part.TABLES: 2},
            [(Cause.DATABASE_TABLES, 2), (Cause.DATABASE_REFERENCES, 4)],
        ),
    ],
)
def test_a_library_in_which_the_last_full_check_found_damage(
    damage: dict[Part, int], expected: list[tuple[Cause, int]]
) -> None:
    found = database.check(LibraryHealth(LibraryState.OPEN, damage=damage))
    assert [(one.cause, dict(one.figures)["faults"]) for one in found] == expected
    assert {(one.check, one.verdict) for one in found} == {(Check.DATABASE, BAD)}


def test_a_library_whose_journal_alone_is_damaged_is_sound_but_for_it() -> None:
    library = LibraryHealth(LibraryState.OPEN, chain=CHAIN, damage={Part.JOURNAL: 9})
    assert [one.cause for one in database.check(library)] == [Cause.DATABASE_SOUND]
    assert (chain.check(library).cause, chain.check(library).figures) == (Cause.CHAIN_BROKEN, (("row", 9),))


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (None, (UNKNOWN, Cause.CHAIN_UNREAD)),
        (CHAIN, (GOOD, Cause.CHAIN_HOLDS)),
        (replace(CHAIN, broken_at=7), (BAD, Cause.CHAIN_BROKEN)),
    ],
)
def test_a_chain(health: ChainHealth | None, expected: tuple[Verdict, Cause]) -> None:
    assert judged(chain.check(LibraryHealth(LibraryState.OPEN, chain=health))) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (None, (UNKNOWN, Cause.BACKUP_NOT_TOLD)),
        (7, (GOOD, Cause.BACKUP_FRESH)),
        (8, (WATCH, Cause.BACKUP_OLD)),
        (32, (BAD, Cause.BACKUP_VERY_OLD)),
        (-3, (GOOD, Cause.BACKUP_FRESH)),
    ],
)
def test_a_backup(days: int | None, expected: tuple[Verdict, Cause]) -> None:
    at = None if days is None else NOW - timedelta(days=days)
    assert judged(backup.check(LibraryHealth(LibraryState.OPEN, backed_up_at=at), NOW)) == expected


def test_a_backup_cannot_be_told_without_the_library() -> None:
    assert judged(backup.check(LibraryHealth(LibraryState.HELD), NOW)) == (UNKNOWN, Cause.BACKUP_UNREAD)


def job(days: int | None, **over: object) -> JobRecord:
    """Known for a month; ran well so many days ago."""
    ran_well_at = None if days is None else NOW - timedelta(days=days)
    record = JobRecord(JobName.DAY_CLOSE, NOW - timedelta(days=30), ran_well_at)
    return replace(record, **over)


@pytest.mark.parametrize(
    ("jobs_known", "expected"),
    [
        ((), [(GOOD, Cause.JOBS_DONE)]),
        ((job(7),), [(GOOD, Cause.JOBS_DONE)]),
        ((job(-400),), [(GOOD, Cause.JOBS_DONE)]),
        ((job(8),), [(WATCH, Cause.JOBS_OVERDUE)]),
        ((job(None),), [(WATCH, Cause.JOBS_OVERDUE)]),
        ((job(None, known_since=NOW - timedelta(days=1)),), [(GOOD, Cause.JOBS_DONE)]),
        ((job(0, failures=1, failure="CorruptError"),), [(BAD, Cause.JOBS_FAIL)]),
        ((job(1), job(9), job(1, failures=3)), [(WATCH, Cause.JOBS_OVERDUE), (BAD, Cause.JOBS_FAIL)]),
    ],
)
def test_periodic_jobs(jobs_known: tuple[JobRecord, ...], expected: list[tuple[Verdict, Cause]]) -> None:
    library = LibraryHealth(LibraryState.OPEN, jobs=jobs_known)
    assert [judged(finding) for finding in jobs.check(library, NOW)] == expected


def test_periodic_jobs_cannot_be_told_without_the_library() -> None:
    found = jobs.check(LibraryHealth(LibraryState.HELD), NOW)
    assert [judged(finding) for finding in found] == [(UNKNOWN, Cause.JOBS_UNREAD)]


def test_a_job_is_told_in_words_and_never_with_a_value() -> None:
    (found,) = jobs.check(LibraryHealth(LibraryState.OPEN, jobs=(job(9),)), NOW)
    assert told(found, Language.EN) == "Not done for 9 days: close of the day."


@pytest.mark.parametrize(
    ("celsius", "power", "expected"),
    [
        (48.3, None, (GOOD, Cause.TEMPERATURE_FINE)),
        (48.3, Power(), (GOOD, Cause.TEMPERATURE_FINE)),
        (70.0, None, (WATCH, Cause.TEMPERATURE_WARM)),
        (80.0, Power(low_before=True), (BAD, Cause.TEMPERATURE_HOT)),
        (48.3, Power(low_before=True), (WATCH, Cause.POWER_WAS_LOW)),
        (85.0, Power(low_now=True), (BAD, Cause.POWER_LOW)),
        (None, None, (UNKNOWN, Cause.TEMPERATURE_NOT_TOLD)),
    ],
)
def test_heat_and_power(celsius: float | None, power: Power | None, expected: tuple[Verdict, Cause]) -> None:
    assert judged(temperature.check(MachineHealth(temperature_c=celsius, power=power))) == expected


@pytest.mark.parametrize(
    ("free_mb", "load", "expected"),
    [
        (900, 0.3, (GOOD, Cause.MEMORY_ROOM)),
        (900, None, (GOOD, Cause.MEMORY_ROOM)),
        (900, 2.1, (WATCH, Cause.MACHINE_BUSY)),
        (99, 0.3, (BAD, Cause.MEMORY_SHORT)),
        (None, 0.3, (UNKNOWN, Cause.MEMORY_NOT_TOLD)),
    ],
)
def test_memory_and_load(free_mb: int | None, load: float | None, expected: tuple[Verdict, Cause]) -> None:
    machine = MachineHealth(memory_mb=2000, memory_free_mb=free_mb, load_per_core=load)
    assert judged(memory.check(machine)) == expected


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (ScreenHealth(1, 1, 1280, 800, "vc4"), (GOOD, Cause.SCREEN_READY)),
        (ScreenHealth(1, 1, 480, 800, "vc4"), (GOOD, Cause.SCREEN_READY)),
        (ScreenHealth(1, 1, 640, 480, "vc4"), (WATCH, Cause.SCREEN_SMALL)),
        (ScreenHealth(1, 0, 1280, 800, "vc4"), (BAD, Cause.SCREEN_NO_TOUCH)),
        (ScreenHealth(0, 1), (BAD, Cause.SCREEN_DARK)),
        (ScreenHealth(None, 1), (UNKNOWN, Cause.SCREEN_NOT_TOLD)),
        (ScreenHealth(1, None), (UNKNOWN, Cause.SCREEN_NOT_TOLD)),
    ],
)
def test_a_screen(health: ScreenHealth, expected: tuple[Verdict, Cause]) -> None:
    assert judged(screen.check(health)) == expected


_FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
_LEAP = Leap(_FRIDAY, _FRIDAY + timedelta(days=2, hours=15))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (ClockRecord(), ()),
        (ClockRecord(leap=_LEAP), ((WATCH, Cause.CLOCK_BELIEVED, (("days", 2),)),)),
        (ClockRecord(leap=_LEAP, doubt=Doubt.NO_RTC), ((BAD, Cause.CLOCK_DOUBTED, ()),)),
    ],
)
def test_the_day_that_a_library_goes_by(
    record: ClockRecord, expected: tuple[tuple[Verdict, Cause, object], ...]
) -> None:
    found = date.check(LibraryHealth(LibraryState.OPEN, clock=record))
    assert tuple((one.verdict, one.cause, one.figures) for one in found) == expected
