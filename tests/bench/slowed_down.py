"""A program on a quarter of a core, about a Raspberry Pi's share of this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_PERIOD_S = 0.1
_RUNS_S = 0.025
_LONGEST_S = 60
_CGROUPS = Path("/sys/fs/cgroup")


class RunFailed(Exception):
    """It ended in trouble; the text is what it said."""


def run_on_a_quarter(command: Sequence[str], environment: Mapping[str, str]) -> str:
    """Its standard output. Raises RunFailed.

    25 of every 100 ms, by the kernel's CPU quota where we may set one, else by stopping the program for the
    rest, which is a little harder on it: work of 1 ms may wait 75.
    """
    with (
        _quota() as tasks,
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as program,
    ):
        ended = threading.Event()
        if tasks:
            tasks.write_text(str(program.pid))
        else:
            threading.Thread(target=_stop_and_go, args=(program.pid, ended), daemon=True).start()
        try:
            said, complained = program.communicate(timeout=_LONGEST_S)
        except subprocess.TimeoutExpired as hung:
            program.kill()
            raise RunFailed(f"{' '.join(command)}: hangs") from hung
        finally:
            ended.set()
    if program.returncode:
        raise RunFailed(f"{' '.join(command)}: {complained[-2000:]}")
    return said


@contextmanager
def _quota() -> Iterator[Path | None]:
    """The file that takes the program's id, or None where quotas are not ours to set."""
    for top, settings in (
        (_CGROUPS / "cpu", {"cpu.cfs_period_us": "100000", "cpu.cfs_quota_us": "25000"}),
        (_CGROUPS, {"cpu.max": "25000 100000"}),
    ):
        group = top / f"bce-kiosk-bench-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            for name, value in settings.items():
                (group / name).write_text(value)
        except OSError:
            group.rmdir()
            continue
        try:
            yield group / "cgroup.procs"
        finally:
            group.rmdir()
        return
    yield None


def _stop_and_go(pid: int, ended: threading.Event) -> None:
    """Not waited for yet, so its id stays its own until `ended`."""
    while not ended.wait(_RUNS_S):
        os.kill(pid, signal.SIGSTOP)
        ended.wait(_PERIOD_S - _RUNS_S)
        os.kill(pid, signal.SIGCONT)
