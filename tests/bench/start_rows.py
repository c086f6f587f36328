"""What starting and staying cost: time to the first frame over a bare Kivy window, and resident memory.

Each start is a fresh process; both programs take turns, so that the machine's moods meet both alike. The
time is from starting the process to its end right after the first frame was shown.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from appliance.cli.demo_library import make_demo_library
from tests.bench.row import Row

BARE_WINDOW = Path(__file__).with_name("bare_window.py")
KIOSK = [sys.executable, "-m", "appliance"]
RUNS = 7
RATIO_LIMIT = 1.4
MEMORY_LIMIT_MB = 175.0
LONGEST_S = 120
"""Only so that a program which never shows a frame ends the measurement."""


class NotMeasured(Exception):
    """The program ended in trouble; the text is what it said."""


def rows() -> list[Row]:
    """Start over bare start, both times, and memory with the demo library. Raises NotMeasured."""
    with TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        bare = [sys.executable, str(BARE_WINDOW)]
        make_demo_library(library, None)
        run_it = [*KIOSK, "run", "--library", str(library)]
        memory_kb = int(_run([*run_it, "--report-memory"], Path(folder), KIVY_GL_BACKEND="mock").split()[-1])
        kiosk = [*run_it, "--exit-after-first-frame"]
        # Once for nothing: files come into memory, modules are compiled.
        for command in (bare, kiosk):
            _run(command, Path(folder))
        times_s = [(_seconds(bare, Path(folder)), _seconds(kiosk, Path(folder))) for _ in range(RUNS)]
    bare_s, kiosk_s = (median(column) for column in zip(*times_s, strict=True))
    ratio, memory_mb = kiosk_s / bare_s, memory_kb / 1024
    return [
        Row("start to first frame / bare Kivy window", ratio, "times", RATIO_LIMIT, ratio <= RATIO_LIMIT),
        Row("start to first frame", kiosk_s, "s", None, True),
        Row("bare Kivy window with one label", bare_s, "s", None, True),
        Row(
            "memory, demo library, GL mocked", memory_mb, "MB", MEMORY_LIMIT_MB, memory_mb <= MEMORY_LIMIT_MB
        ),
    ]


def _seconds(command: list[str], home: Path) -> float:
    began_s = time.perf_counter()
    _run(command, home)
    return time.perf_counter() - began_s


def _run(command: list[str], home: Path, **variables: str) -> str:
    """Standard output. Raises NotMeasured."""
    surroundings = {
        **os.environ,
        **variables,
        "SDL_VIDEODRIVER": "offscreen",
        "KIVY_HOME": str(home / "kivy"),
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_CONSOLELOG": "1",
    }
    outcome = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    if outcome.returncode:
        raise NotMeasured(f"{' '.join(command)}: {outcome.stderr[-2000:]}")
    return outcome.stdout
