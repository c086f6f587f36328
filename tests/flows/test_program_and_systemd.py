"""The whole program as systemd runs it: it says that it is up, that it lives, and that it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from appliance.cli.demo_library import make_demo_library
from appliance.cli.exits import Exit
from tests.flows.test_program import OFFSCREEN

ALIVE = "WATCHDOG=1\nSTATUS=The library is open"

HANGING_CORE = """
import time
import drivers.watchdog.feeding as feeding
feeding.SILENT_S = 2.5  # a core that lives is heard each second
import appliance.kiosk.dispatcher as dispatcher
take = dispatcher.Kiosk._take
def hangs(self, message):
    if type(message).__name__ == "Ticked" and message.uptime_s - began > 3:
        time.sleep(60)
    take(self, message)
began = time.monotonic()
dispatcher.Kiosk._take = hangs
"""

HANGING_SCREEN = """
import time
import drivers.watchdog.feeding as feeding
begin = feeding.Watchdog.begin
def hangs(self):
    begin(self)
    from kivy.clock import Clock
    Clock.schedule_once(lambda _: time.sleep(60), 2.5)
feeding.Watchdog.begin = hangs
"""


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        yield listener


@contextmanager
def kiosk(tmp_path: Path, prelude: str = "") -> Iterator[subprocess.Popen[bytes]]:
    make_demo_library(tmp_path / "library", None)
    code = f"{prelude}\nfrom appliance.__main__ import main\nmain()"
    words = ["run", "--library", str(tmp_path / "library"), "--window", "800x480"]
    environment = OFFSCREEN | {"NOTIFY_SOCKET": str(tmp_path / "notify")}
    with subprocess.Popen(
        [sys.executable, "-c", code, *words], env=environment, stderr=subprocess.DEVNULL
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def hear(listener: socket.socket) -> str:
    return listener.recv(4096).decode()


def test_systemd_hears_that_the_kiosk_is_up_lives_and_ends(tmp_path: Path, listener: socket.socket) -> None:
    with kiosk(tmp_path) as running:
        assert [hear(listener) for _ in range(4)] == ["READY=1", ALIVE, ALIVE, ALIVE]
        running.send_signal(signal.SIGTERM)
        while (last := hear(listener)) == ALIVE:
            pass
        assert last == "STOPPING=1"
        assert running.wait() == Exit.WELL


def test_a_core_that_hangs_is_no_longer_fed_for(tmp_path: Path, listener: socket.socket) -> None:
    with kiosk(tmp_path, HANGING_CORE):
        assert hear(listener) == "READY=1"
        while (notice := hear(listener)) == ALIVE:
            pass
        assert notice.startswith("STATUS=Hangs: core silent")
        # The screen still draws, and feeds no more.
        assert hear(listener).startswith("STATUS=Hangs: core silent")


@pytest.mark.parametrize("hang", ["screen", "stopped process"])
def test_a_screen_or_a_process_that_hangs_feeds_no_more(
    tmp_path: Path, listener: socket.socket, hang: str
) -> None:
    with kiosk(tmp_path, HANGING_SCREEN if hang == "screen" else "") as running:
        assert [hear(listener) for _ in range(2)] == ["READY=1", ALIVE]
        if hang == "stopped process":
            os.kill(running.pid, signal.SIGSTOP)
        listener.settimeout(4)
        with pytest.raises(TimeoutError):
            while hear(listener) == ALIVE:
                pass
