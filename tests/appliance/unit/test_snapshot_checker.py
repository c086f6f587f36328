"""Copies of the library are looked through by another program, whatever becomes of it."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import pytest

from appliance.effects import CheckSnapshot
from appliance.loop import Loop
from appliance.messages import Message, SnapshotChecked, Ticked
from appliance.model.jobs import JobName
from appliance.model.soundness import Part, Soundness
from appliance.store.sqlite_store import open_store
from appliance.unit.effect_runner import EffectRunner
from appliance.unit.sessions import open_session
from appliance.unit.snapshot_checker import SnapshotChecker
from drivers.simulated.speaker import SimulatedSpeaker
from tests.flows import library_damage
from tests.flows.storyboard import MONDAY, Storyboard

SLEEPS = "import time, pathlib, sys; pathlib.Path(sys.argv[1]).touch(); time.sleep(600)"


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-c", code)


def asked_of(checker: SnapshotChecker, copy: Path, number: int = 3) -> object:
    posted: SimpleQueue[object] = SimpleQueue()
    checker.start(posted.put)
    checker.ask(CheckSnapshot(copy, number))
    answer = posted.get(timeout=60)
    checker.stop()
    return answer


def test_what_was_found_is_posted_with_the_number_that_asked(story: Storyboard) -> None:
    library_damage.lose_title(story.store.connection)
    snapshot = story.store.begin_snapshot(story.folder / "copy.sqlite")
    while not snapshot.step(50):
        pass
    snapshot.close()
    found = Soundness(len(story.journal_kinds()), {Part.REFERENCES: 1})
    assert asked_of(SnapshotChecker(), snapshot.path) == SnapshotChecked(3, found)


def test_the_core_asks_by_an_effect(tmp_path: Path) -> None:
    posted: SimpleQueue[Any] = SimpleQueue()
    runner = EffectRunner(lambda _slip: None, lambda _slip: b"", tuple, SimulatedSpeaker().play)
    runner.start(posted.put)
    runner.carry_out(CheckSnapshot(tmp_path / "nothing", 7))
    assert posted.get(timeout=60) == SnapshotChecked(7, Soundness(0, {Part.TABLES: 1}))
    runner.stop()


@pytest.mark.parametrize(
    "code",
    ["import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "raise SystemExit(1)", "print(1); 1 / 0"],
)
def test_a_program_that_dies_of_the_copy_is_told_as_no_answer(tmp_path: Path, code: str) -> None:
    assert asked_of(SnapshotChecker(python(code)), tmp_path) == SnapshotChecked(3, None)


def test_a_program_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    checker = SnapshotChecker(python(SLEEPS), at_most_s=0.1)
    assert asked_of(checker, tmp_path / "begun") == SnapshotChecked(3, None)


def test_one_copy_after_the_other(tmp_path: Path) -> None:
    checker = SnapshotChecker(python('print(\'{"rows": 1, "damage": {}}\')'))
    posted: SimpleQueue[Any] = SimpleQueue()
    checker.start(posted.put)
    for number in (1, 2):
        checker.ask(CheckSnapshot(tmp_path, number))
    answers = [posted.get(timeout=60) for _ in range(2)]
    assert answers == [SnapshotChecked(1, Soundness(1)), SnapshotChecked(2, Soundness(1))]
    checker.stop()


def test_a_kiosk_that_stops_ends_the_program_and_tells_nothing(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    checker = SnapshotChecker(python(SLEEPS))
    posted: SimpleQueue[Any] = SimpleQueue()
    checker.start(posted.put)
    checker.ask(CheckSnapshot(begun, 1))
    while not begun.exists():
        time.sleep(0.01)
    looking = checker._looking
    assert looking is not None
    checker.stop()
    assert looking.wait(60) == -9
    with pytest.raises(Empty):
        posted.get(timeout=0.2)


def test_a_kiosk_that_stops_with_nothing_asked_waits_for_nobody() -> None:
    checker = SnapshotChecker(python(SLEEPS))
    checker.start(lambda _message: None)
    stopping = Thread(target=checker.stop)
    stopping.start()
    stopping.join(60)
    assert not stopping.is_alive()


def test_a_running_kiosk_has_its_library_looked_through_and_takes_note(story: Storyboard) -> None:
    story.store.close()
    hours = iter([0.0] * 20 + [25.0] * 100_000)
    seconds = iter(range(100_000))
    answered: SimpleQueue[SnapshotChecked] = SimpleQueue()

    def read_clock() -> Ticked:
        uptime_s = next(seconds) + next(hours) * 3600
        return Ticked(MONDAY + timedelta(seconds=uptime_s), uptime_s)

    def post(message: Message) -> None:
        loop.post(message)
        if isinstance(message, SnapshotChecked):
            answered.put(message)

    runner = EffectRunner(lambda _slip: None, lambda _slip: b"", tuple, SimulatedSpeaker().play)
    loop = Loop(lambda: open_session(story.folder), read_clock, runner.carry_out)
    runner.start(post)
    loop.start()
    while answered.empty():
        loop.post(read_clock())
        time.sleep(0.01)
    for _ in range(20):
        loop.post(read_clock())
    runner.stop()
    loop.stop()

    assert {file.name for file in story.folder.iterdir()} == {"kiosk.sqlite"}
    store = open_store(story.folder)
    record = store.jobs.record(JobName.DATABASE_CHECK)
    told = store.connection.execute("SELECT body FROM journal WHERE kind = 'library_checked'").get
    store.close()
    assert record is not None
    assert (record.failures, record.ran_well_at is not None) == (0, True)
    assert f'"rows":{answered.get().found.rows}' in told
