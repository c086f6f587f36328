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
from appliance.store.sqlite_store import open_store
from tests.bench.growth_rows import OF_OPENING
from tests.bench.large_library import enlarge
from tests.bench.row import Row

BARE_WINDOW = Path(__file__).with_name("bare_window.py")
KIOSK = [sys.executable, "-m", "appliance"]
RUNS = 11
RATIO_LIMIT = 1.4
LARGE_LIMIT = 1.1
MEMORY_LIMIT_MB = 175.0
LONGEST_S = 120
"""Only so that a program which never shows a frame ends the measurement."""


class NotMeasured(Exception):
    """The program ended in trouble; the text is what it said."""


def rows() -> list[Row]:
    """Start over bare start, with the demo library and a large one, and memory. Raises NotMeasured."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        demo, large = folder / "demo", folder / "large"
        for library in (demo, large):
            make_demo_library(library, None)
        store = open_store(large)
        enlarge(store.connection, OF_OPENING)
        store.close()
        memory_kb = int(_run([*_kiosk(demo), "--report-memory"], folder, KIVY_GL_BACKEND="mock").split()[-1])
        bare = [sys.executable, str(BARE_WINDOW)]
        commands = (bare, *([*_kiosk(library), "--exit-after-first-frame"] for library in (demo, large)))
        # Once for nothing: files come into memory, modules are compiled.
        for command in commands:
            _run(command, folder)
        times_s = [[_seconds(command, folder) for command in commands] for _ in range(RUNS)]
    bare_s, kiosk_s, large_s = (median(column) for column in zip(*times_s, strict=True))
    ratio, grown, memory_mb = kiosk_s / bare_s, large_s / kiosk_s, memory_kb / 1024
    return [
        Row("start to first frame / bare Kivy window", ratio, "times", RATIO_LIMIT, ratio <= RATIO_LIMIT),
        Row("start to first frame", kiosk_s, "s", None, True),
        Row(
            "start with 100,000 titles, 200,000 journal rows / demo",
            grown,
            "times",
            LARGE_LIMIT,
            grown <= LARGE_LIMIT,
        ),
        Row("bare Kivy window with one label", bare_s, "s", None, True),
        Row(
            "memory, demo library, GL mocked", memory_mb, "MB", MEMORY_LIMIT_MB, memory_mb <= MEMORY_LIMIT_MB
        ),
    ]


def _kiosk(library: Path) -> list[str]:
    return [*KIOSK, "run", "--library", str(library)]


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
