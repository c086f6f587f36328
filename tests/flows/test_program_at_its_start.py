"""A signal at any moment of the start is heard, and a folder that holds no library is no empty library."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from select import select

import pytest

from appliance.cli.demo_library import make_demo_library
from appliance.cli.exits import Exit
from appliance.store.database import FILE_NAME
from tests.flows.test_program import OFFSCREEN, kinds, program

MOMENTS = 25
LONGEST_S = 20
"""Only so that a lost signal fails the test and does not hang it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_demo_library(tmp_path / "library", None)
    return tmp_path / "library"


def hears(pid: int, number: signal.Signals) -> bool:
    """proc(5): SigCgt are the signals that a program answers by itself."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (number - 1) & 1)


def end_after(library: Path, delay_s: float, number: signal.Signals) -> tuple[int | None, str]:
    """The exit code (None: the signal was lost) and what was said; `delay_s` from when it can hear at all."""
    words = ["run", "--library", str(library), "--window", "800x480"]
    command = [sys.executable, "-m", "appliance", *words]
    with subprocess.Popen(command, env=OFFSCREEN, stderr=subprocess.PIPE) as kiosk:
        while not hears(kiosk.pid, signal.SIGTERM):
            assert kiosk.poll() is None
        time.sleep(delay_s)
        kiosk.send_signal(number)
        try:
            _, said = kiosk.communicate(timeout=LONGEST_S)
        except subprocess.TimeoutExpired:
            kiosk.kill()
            return None, ""
        return kiosk.returncode, said.decode()


def test_a_signal_at_any_moment_of_the_start_ends_in_good_order(folder: Path) -> None:
    began_s = time.monotonic()
    program("run", "--library", folder, "--window", "800x480", "--exit-after-first-frame")
    start_s = time.monotonic() - began_s
    wrong = []
    for moment in range(MOMENTS):
        number = (signal.SIGTERM, signal.SIGINT)[moment % 2]
        before = len(kinds(folder))
        code, said = end_after(folder, start_s * moment / MOMENTS, number)
        new = kinds(folder)[before:]
        if code != Exit.WELL or "Traceback" in said or new.count("started") != new.count("stopped"):
            wrong.append((moment, number.name, code, new, said[-300:]))
    assert wrong == []


AMID_A_BARE_EXCEPT = """
import importlib.abc, os, signal, sys
class Sender(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "kivy.input.providers.mtdev":
            os.kill(os.getpid(), signal.{})
sys.meta_path.insert(0, Sender())
from appliance.__main__ import main
main()
"""


@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT"])
def test_a_signal_amid_kivys_bare_except_is_not_lost(folder: Path, number: str) -> None:
    words = ["run", "--library", str(folder), "--window", "800x480"]
    command = [sys.executable, "-c", AMID_A_BARE_EXCEPT.format(number), *words]
    done = subprocess.run(command, env=OFFSCREEN, capture_output=True, timeout=LONGEST_S, check=False)
    assert done.returncode == Exit.WELL
    assert kinds(folder)[-1] == "stopped"


JUST_BEFORE_THE_LOOP = """
import os, signal
from ui.leaving import Leaving
end_window_by = Leaving.end_window_by
def asked(self, end):
    os.kill(os.getpid(), signal.SIGTERM)
    end_window_by(self, end)
Leaving.end_window_by = asked
from appliance.__main__ import main
main()
"""
"""Kivy forgets at the start of its loop that it was told to end."""

AGAIN_WHILE_IT_ENDS = """
import os, signal
from appliance.unit.assembly import Unit
stop = Unit.stop
def stopped_again(self):
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGINT)
    stop(self)
Unit.stop = stopped_again
import sys
from appliance.__main__ import main
sys.argv.append("--exit-after-first-frame")
main()
"""


@pytest.mark.parametrize("prelude", [JUST_BEFORE_THE_LOOP, AGAIN_WHILE_IT_ENDS])
def test_a_signal_just_before_the_windows_loop_or_amid_the_end_is_an_end_in_good_order(
    folder: Path, prelude: str
) -> None:
    words = ["run", "--library", str(folder), "--window", "800x480"]
    command = [sys.executable, "-c", prelude, *words]
    done = subprocess.run(command, env=OFFSCREEN, capture_output=True, timeout=LONGEST_S, check=False)
    assert done.returncode == Exit.WELL, done.stderr
    assert kinds(folder)[-1] == "stopped"


def test_a_folder_that_holds_no_library_is_refused_without_a_terminal(tmp_path: Path) -> None:
    words = ("run", "--library", tmp_path / "typo", "--window", "800x480")
    done = program(*words, "--exit-after-first-frame")
    assert done.returncode == Exit.LIBRARY_UNUSABLE
    assert f"There is no library in {tmp_path / 'typo'}" in done.stderr
    assert "--begin" in done.stderr
    assert not (tmp_path / "typo").exists()


def test_the_service_begins_a_library_at_its_first_start(tmp_path: Path) -> None:
    words = ("run", "--begin", "--library", tmp_path / "new", "--window", "800x480")
    assert program(*words, "--exit-after-first-frame").returncode == Exit.WELL
    assert kinds(tmp_path / "new")[-1] == "stopped"


def read_question(terminal: int) -> None:
    said = b""
    while b"[y/N]" not in said:
        assert select([terminal], [], [], LONGEST_S)[0], f"nobody asked; it said {said!r}"
        said += os.read(terminal, 1000)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_in_place_of_an_answer_ends_the_program(tmp_path: Path, number: signal.Signals) -> None:
    ours, theirs = os.openpty()
    words = ["run", "--library", str(tmp_path / "new"), "--window", "800x480", "--exit-after-first-frame"]
    command = [sys.executable, "-m", "appliance", *words]
    with subprocess.Popen(command, env=OFFSCREEN, stdin=theirs, stderr=theirs) as kiosk:
        read_question(ours)
        kiosk.send_signal(number)
        try:
            code = kiosk.wait(LONGEST_S)
        except subprocess.TimeoutExpired:
            kiosk.kill()
            raise
    os.close(ours)
    os.close(theirs)
    assert code == Exit.WELL
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("answer", "begun"), [("y", True), ("n", False), ("", False)])
def test_on_a_terminal_it_is_asked_about(tmp_path: Path, answer: str, begun: bool) -> None:
    ours, theirs = os.openpty()
    words = ["run", "--library", str(tmp_path / "new"), "--window", "800x480", "--exit-after-first-frame"]
    command = [sys.executable, "-m", "appliance", *words]
    with subprocess.Popen(command, env=OFFSCREEN, stdin=theirs, stderr=theirs) as kiosk:
        read_question(ours)
        os.write(ours, f"{answer}\n".encode())
        code = kiosk.wait(LONGEST_S)
    os.close(ours)
    os.close(theirs)
    assert (tmp_path / "new" / FILE_NAME).exists() is begun
    assert code == (Exit.WELL if begun else Exit.LIBRARY_UNUSABLE)
