"""A program that dies over a scan says neither on its terminal nor in its journal what was scanned."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from appliance.store.sqlite_store import open_store
from appliance.unit.crash_guard import CRASHED
from tests.flows.storyboard import open_storyboard

CANARY = "CANARY-0123456789"
PROJECT = Path(__file__).resolve().parents[3]

DIES_OF_A_SCAN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from appliance.unit.crash_guard import CrashGuard
from appliance.kiosk import scans
from appliance.loop import Loop
from appliance.messages import Scanned, Ticked
from tests.flows.storyboard import open_kiosk

def dies(scan, *_):
    raise ValueError(f"cannot read {scan}")

setattr(scans, sys.argv[2], dies)
folder, noon = Path(sys.argv[1]), datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
loop = Loop(lambda: open_kiosk(folder), lambda: Ticked(noon, 100.0), print)
with CrashGuard(loop, ()):
    loop.start()
    loop.post(Scanned(sys.argv[3]))
    loop._thread.join()
"""


@pytest.mark.parametrize("part", ["read_scan", "_maybe_book", "_refuse_scan"])
def test_a_crash_over_a_scan_tells_no_code(tmp_path: Path, part: str) -> None:
    open_storyboard(tmp_path).store.close()
    ended = subprocess.run(
        [sys.executable, "-c", DIES_OF_A_SCAN, str(tmp_path), part, CANARY],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == CRASHED
    assert "ValueError" in ended.stderr
    assert CANARY not in ended.stderr + ended.stdout
    store = open_store(tmp_path)
    written = [body for (body,) in store.connection.execute("SELECT body FROM journal")]
    store.close()
    assert any("ValueError" in body for body in written)
    assert not any(CANARY in body for body in written)
