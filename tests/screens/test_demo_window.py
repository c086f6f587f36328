"""The demo's own window, on the display of a small laptop: it fits, follows its corner, says how to leave."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.screens.xvfb import LONGEST_S, Display, display, needs_xvfb
from ui.fit import stage_in

LAPTOP = (1366, 768)
SMALLER = (900, 500)
DOCK = (0x22, 0x30, 0x3A)


def ask(shown: Display, *words: str) -> str:
    """Empty when there is none to be told."""
    told = subprocess.run(
        ["xdotool", *words], env=shown.surroundings, capture_output=True, text=True, check=False
    )
    return told.stdout.strip()


def answers(told: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in told.splitlines())


def window(shown: Display) -> tuple[str, tuple[int, int, int, int]]:
    """The number of the window under the pointer; its left, top, width and height in pixels."""
    end_s = time.monotonic() + LONGEST_S
    ask(shown, "mousemove", "300", "300")
    while True:
        number = answers(ask(shown, "getmouselocation", "--shell"))["WINDOW"]
        told = answers(ask(shown, "getwindowgeometry", "--shell", number))
        place = [int(told.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT")]
        # Until there is one the display itself is under the pointer, or one that was gone when it was asked.
        if place[2] and place != [0, 0, *LAPTOP]:
            return number, (place[0], place[1], place[2], place[3])
        assert time.monotonic() < end_s, "no window comes"
        time.sleep(0.2)


def dock_begins(picture: Image.Image, row: int) -> int | None:
    """The first pixel of the dock's ground in this row."""
    return next((x for x in range(picture.width) if picture.getpixel((x, row)) == DOCK), None)


def wait_for_dock(shown: Display, at: int, row: int) -> int | None:
    """Where the dock begins, once that is `at` (or a pixel beside it) or nobody waits any longer."""
    end_s = time.monotonic() + LONGEST_S
    while True:
        begins = dock_begins(shown.picture(), row)
        if (begins is not None and abs(begins - at) <= 1) or time.monotonic() > end_s:
            return begins
        time.sleep(0.2)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[tuple[Display, subprocess.Popen[str]]]:
    words = ["demo", "--library", str(tmp_path / "demo")]
    with display(LAPTOP, tmp_path / "screen") as shown:
        command = [sys.executable, "-u", "-m", "appliance", *words]
        with subprocess.Popen(command, env=shown.surroundings, stdout=subprocess.PIPE, text=True) as demo:
            try:
                yield shown, demo
            finally:
                demo.kill()


@needs_xvfb
def test_the_demo_fits_a_small_laptop_follows_its_corner_and_says_how_to_leave(
    laptop: tuple[Display, subprocess.Popen[str]],
) -> None:
    shown, demo = laptop
    number, (left, top, width, height) = window(shown)
    assert left >= 0
    assert top >= 0
    assert left + width <= LAPTOP[0]
    assert top + height <= LAPTOP[1]
    stage = stage_in((width, height), with_dock=True)[1]
    row = top + height // 2
    assert wait_for_dock(shown, left + stage[0], row) == pytest.approx(left + stage[0], abs=1)

    ask(shown, "windowsize", number, *map(str, SMALLER))
    _, (left, top, *size) = window(shown)
    assert tuple(size) == SMALLER
    stage = stage_in(SMALLER, with_dock=True)[1]
    row = top + SMALLER[1] // 2
    assert wait_for_dock(shown, left + stage[0], row) == pytest.approx(left + stage[0], abs=1)

    demo.terminate()
    assert demo.wait(LONGEST_S) == 0
    assert demo.stdout is not None
    assert "To leave the demo, close its window, or press Ctrl-C here." in demo.stdout.read()
