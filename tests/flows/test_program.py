"""The whole program as its own process: the story without a display, and its fast end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from appliance.cli.demo_library import make_demo_library
from appliance.cli.exits import Exit
from appliance.store.database import FILE_NAME
from appliance.store.sqlite_store import open_store
from appliance.unit.crash_guard import CRASHED

OFFSCREEN = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
OFFSCREEN |= {"SDL_VIDEODRIVER": "offscreen", "LIBGL_ALWAYS_SOFTWARE": "1"}


def program(*words: str | Path, prelude: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run `bce-kiosk WORDS`, after `prelude`, which may break something first."""
    code = f"{prelude}\nimport sys\nfrom appliance.__main__ import main\nmain()"
    command = [sys.executable, "-c", code, *(str(word) for word in words)]
    return subprocess.run(command, capture_output=True, text=True, env=OFFSCREEN | env, check=False)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    make_demo_library(tmp_path / "library", None)
    return tmp_path / "library"


def kinds(library: Path) -> list[str]:
    store = open_store(library)
    found = [kind for (kind,) in store.connection.execute("SELECT kind FROM journal ORDER BY seq")]
    store.close()
    return found


def test_without_a_display_the_demo_tells_its_story_in_ten_lines(tmp_path: Path) -> None:
    out = tmp_path / "story"
    done = program("demo", "--library", tmp_path / "demo", "--out", out, "--window", "800x480")
    assert done.returncode == Exit.WELL, done.stderr
    lines = [line for line in done.stdout.splitlines() if line[:2].strip().isdigit()]
    assert len(lines) == 10
    pictures = sorted(out.glob("*.png"))
    assert len(pictures) == 10
    assert {Image.open(picture).size for picture in pictures} == {(800, 480)}
    assert len(list((out / "slips").glob("*.png"))) == 1
    assert not (tmp_path / "demo").exists()


def test_the_story_can_be_told_in_json_and_about_another_catalogue(tmp_path: Path) -> None:
    catalogue = tmp_path / "own.csv"
    catalogue.write_text("title,barcode\n" + "".join(f"Book {n},K{n}\n" for n in range(4)), "utf-8")
    done = program(
        "demo", "--catalogue", catalogue, "--out", tmp_path / "story", "--window", "800x480", "--json"
    )
    assert done.returncode == Exit.WELL, done.stderr
    answer = json.loads(done.stdout)
    assert len(answer["story"]) == 10
    assert [Path(slip).exists() for slip in answer["slips"]] == [True]


def test_a_catalogue_with_too_few_books_for_a_story_is_told(tmp_path: Path) -> None:
    catalogue = tmp_path / "two.csv"
    catalogue.write_text("title\nOne\nTwo\n", "utf-8")
    done = program("demo", "--catalogue", catalogue, "--out", tmp_path / "story")
    assert done.returncode == Exit.FILE_REFUSED
    assert "three books" in done.stderr


CRASH_OF_THE_SCREEN = """
import drivers.watchdog.feeding as feeding
def broken(watchdog):
    raise RuntimeError("Dara reads about R000042ABCDEF")
feeding.Watchdog.begin = broken
"""

CRASH_OF_THE_CORE = """
import appliance.kiosk.watchers as watchers
tick = watchers.tick
def broken(watched):
    if watched.context.store.journal.last_start_is_open():
        raise RuntimeError("Dara reads about R000042ABCDEF")
    tick(watched)
watchers.tick = broken
"""


@pytest.mark.parametrize(
    ("prelude", "options"),
    [(CRASH_OF_THE_SCREEN, ["--exit-after-first-frame"]), (CRASH_OF_THE_CORE, [])],
    ids=["screen", "core"],
)
def test_an_unexpected_error_ends_fast_is_journalled_and_tells_no_value(
    library: Path, prelude: str, options: list[str]
) -> None:
    done = program("run", "--library", library, "--window", "800x480", *options, prelude=prelude)
    assert done.returncode == CRASHED
    assert "RuntimeError" in done.stderr
    assert "Dara" not in done.stderr
    assert [kind for kind in kinds(library) if kind != "clock"][-2:] == ["started", "crashed"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_the_kiosk_ends_in_good_order(library: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "appliance", "run", "--library", str(library), "--window", "800x480"]
    with subprocess.Popen(command, env=OFFSCREEN, stderr=subprocess.DEVNULL) as running:
        # The write-ahead log is there as long as somebody has the library open.
        while not (library / f"{FILE_NAME}-wal").exists():
            assert running.poll() is None
        running.send_signal(number)
        assert running.wait() == Exit.WELL
    assert kinds(library)[-1] == "stopped"


STOPPED_BEFORE_THE_CORE_BEGAN = """
import os, signal, ui.launch as launch
show = launch.run
def run(*given):
    os.kill(os.getpid(), signal.SIGTERM)
    show(*given)
launch.run = run
"""

STOPPED_AGAIN_WHILE_IT_ENDS = """
import os, signal, appliance.unit.devices as devices
stop_scanning = devices.FittedDevices.stop_scanning
def stop(self):
    os.kill(os.getpid(), signal.SIGTERM)
    stop_scanning(self)
devices.FittedDevices.stop_scanning = stop
"""


@pytest.mark.parametrize("prelude", [STOPPED_BEFORE_THE_CORE_BEGAN, STOPPED_AGAIN_WHILE_IT_ENDS])
def test_stopped_very_early_or_twice_the_kiosk_still_ends_in_good_order(library: Path, prelude: str) -> None:
    options = ("--window", "800x480", "--exit-after-first-frame")
    done = program("run", "--library", library, *options, prelude=prelude)
    assert done.returncode == Exit.WELL, done.stderr


def test_without_a_window_the_program_says_so(library: Path) -> None:
    done = program("run", "--library", library, prelude="import kivy.core.window as w; w.Window = None")
    assert done.returncode == Exit.NO_DISPLAY
    assert "libgl1" in done.stderr


def test_a_size_that_is_none_is_told() -> None:
    done = program("demo", "--window", "large")
    assert done.returncode == 2
    assert "1280x800" in done.stderr
