"""The real program, full screen on a display of any size that nobody sees: Xvfb and xdotool."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from ui.seen import MOMENT_S

needs_xvfb = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("xdotool") is None,
    reason="Xvfb or xdotool is not on this machine (packages xvfb and xdotool)",
)
LONGEST_S = 40
"""Only so that a screen which never comes fails the test and does not hang it."""
ALIKE = 0.5
"""Of 255: the mean difference of two pictures that show the same."""
_HEADER_BYTES = 100
"""Of an X window dump, up to the window's name: XWDFile.h."""


@dataclass(frozen=True)
class Display:
    """A display called `name`; its pixels are in `frame`, a file that Xvfb keeps up to date."""

    name: str
    frame: Path

    @property
    def surroundings(self) -> dict[str, str]:
        return os.environ | {
            "DISPLAY": self.name,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }

    def picture(self) -> Image.Image:
        raw = self.frame.read_bytes()
        numbers = [int.from_bytes(raw[at : at + 4], "big") for at in range(0, _HEADER_BYTES, 4)]
        header, width, height, line, colours = numbers[0], numbers[4], numbers[5], numbers[12], numbers[19]
        pixels = raw[header + 12 * colours :]
        return Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", line)

    def touch(self, x: int, y: int) -> None:
        """Press and let go at this place, in pixels from above left, once its screen has been seen."""
        time.sleep(MOMENT_S + 0.1)
        for what in (["mousemove", str(x), str(y)], ["mousedown", "1"], ["mouseup", "1"]):
            subprocess.run(["xdotool", *what], env=self.surroundings, check=True)
            time.sleep(0.1)


@contextmanager
def display(size: tuple[int, int], folder: Path) -> Iterator[Display]:
    """A display of this size; what Xvfb keeps lies in `folder`."""
    reading, writing = os.pipe()
    folder.mkdir(parents=True)
    screen = ["-screen", "0", f"{size[0]}x{size[1]}x24", "-fbdir", str(folder), "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *screen], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield Display(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()


@contextmanager
def program(shown: Display, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """`bce-kiosk WORDS` on this display, until the block ends."""
    with subprocess.Popen([sys.executable, "-m", "appliance", *words], env=shown.surroundings) as running:
        try:
            yield running
        finally:
            running.terminate()
            running.wait(LONGEST_S)


def away_from(shown: Display, wanted: Image.Image, running: subprocess.Popen[bytes]) -> float:
    """Waits until the display shows `wanted`; returns how far it is from that (0 to 255) in the end."""
    end_s = time.monotonic() + LONGEST_S
    away = 255.0
    while away > ALIKE and time.monotonic() < end_s and running.poll() is None:
        time.sleep(0.2)
        away = max(ImageStat.Stat(ImageChops.difference(shown.picture(), wanted)).mean)
    return away
