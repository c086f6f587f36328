"""What a kiosk costs while nobody is there: of a core, and how often it wakes the computer."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from appliance.cli.demo_library import make_demo_library
from tests.bench.row import Row

SETTLES_S = 12.0
"""Screens are built ahead in the first seconds."""
WATCHED_S = 30.0
CORE_LIMIT_PERCENT = 1.5
WAKE_UPS_LIMIT = 25.0
_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def rows() -> list[Row]:
    """Half a minute of a kiosk that nobody touches, all its threads together."""
    with TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        make_demo_library(library, None)
        kiosk = subprocess.Popen(
            [sys.executable, "-m", "appliance", "run", "--library", str(library), "--window", "800x480"],
            env=os.environ | {"SDL_VIDEODRIVER": "offscreen", "KIVY_HOME": f"{folder}/kivy"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(SETTLES_S)
            began_s, cpu_s, wake_ups = time.perf_counter(), _cpu_s(kiosk.pid), _wake_ups(kiosk.pid)
            time.sleep(WATCHED_S)
            span_s = time.perf_counter() - began_s
            percent = (_cpu_s(kiosk.pid) - cpu_s) / span_s * 100
            a_second = (_wake_ups(kiosk.pid) - wake_ups) / span_s
        finally:
            kiosk.terminate()
            kiosk.wait()
    return [
        Row("idle: of a core", percent, "%", CORE_LIMIT_PERCENT, percent <= CORE_LIMIT_PERCENT),
        Row("idle: wake-ups a second", a_second, "1/s", WAKE_UPS_LIMIT, a_second <= WAKE_UPS_LIMIT),
    ]


def _cpu_s(pid: int) -> float:
    """Of all threads, in the program and in the kernel for it: fields 14 and 15 of proc_pid_stat(5)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * _TICK_S


def _wake_ups(pid: int) -> int:
    """How often its threads went to sleep by themselves, and so were woken."""
    statuses = (path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/status"))
    return sum(
        int(line.split()[1])
        for status in statuses
        for line in status.splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )
