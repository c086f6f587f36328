"""systemd is told what is true: up, alive, hanging, ending."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from drivers.watchdog.feeding import SILENT_S, Watchdog
from drivers.watchdog.heartbeat import Heartbeat
from drivers.watchdog.notices import Notices


class Ear:
    """The socket that systemd listens at; `address` is what it puts into NOTIFY_SOCKET."""

    def __init__(self, bound_to: str, address: str) -> None:
        self.address = address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind(bound_to)

    def heard(self) -> list[str]:
        notices = []
        while True:
            try:
                notices.append(self._socket.recv(4096).decode())
            except BlockingIOError:
                return notices

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    ear = Ear(str(tmp_path / "notify"), str(tmp_path / "notify"))
    yield ear
    ear.close()


@dataclass
class Uptime:
    now_s: float = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_a_part_that_was_heard_in_time_lives() -> None:
    heartbeat = Heartbeat(["core", "screen"], within_s=5, now_s=0)
    heartbeat.beat("core", 4)
    assert heartbeat.silent(5) == {}
    assert heartbeat.silent(6) == {"screen": 6}
    heartbeat.beat("screen", 6)
    assert heartbeat.silent(8.5) == {}
    assert heartbeat.silent(10) == {"core": 6}


def test_a_part_nobody_named_cannot_beat() -> None:
    with pytest.raises(KeyError):
        Heartbeat(["core"], within_s=5, now_s=0).beat("cor", 1)


def test_systemd_learns_that_the_kiosk_is_up_lives_and_ends(ear: Ear) -> None:
    watchdog = Watchdog(Notices({"NOTIFY_SOCKET": ear.address}))
    watchdog.begin()
    watchdog.end()
    assert ear.heard() == ["READY=1", "WATCHDOG=1\nSTATUS=The library is open", "STOPPING=1"]


def test_systemd_may_listen_at_an_abstract_socket() -> None:
    name = f"bce-kiosk-test-{os.getpid()}"
    ear = Ear("\0" + name, "@" + name)
    Notices({"NOTIFY_SOCKET": ear.address}).ready()
    assert ear.heard() == ["READY=1"]
    ear.close()


def test_a_core_that_hangs_is_not_fed_for_until_it_answers_again(ear: Ear) -> None:
    uptime = Uptime()
    watchdog = Watchdog(Notices({"NOTIFY_SOCKET": ear.address}), uptime)
    uptime.now_s += SILENT_S + 1
    watchdog.feed()
    assert ear.heard() == ["STATUS=Hangs: core silent for 6 s"]
    watchdog.core_lives()
    watchdog.feed()
    assert ear.heard() == ["WATCHDOG=1\nSTATUS=The library is open"]


def test_started_by_hand_nothing_is_told() -> None:
    watchdog = Watchdog(Notices({}))
    assert not watchdog.wanted
    watchdog.begin()
    watchdog.end()


@pytest.mark.parametrize("address", ["/nowhere/at/all", "@nobody-listens-here", "not/absolute"])
def test_nobody_at_the_other_end_ends_nothing(address: str) -> None:
    watchdog = Watchdog(Notices({"NOTIFY_SOCKET": address}))
    watchdog.begin()
    watchdog.end()
    assert watchdog.wanted


def test_a_systemd_that_does_not_listen_holds_nothing_up(ear: Ear) -> None:
    notices = Notices({"NOTIFY_SOCKET": ear.address})
    for _ in range(2000):  # more than any socket's buffer takes
        notices.alive("The library is open")
    assert 1 <= len(ear.heard()) < 2000
