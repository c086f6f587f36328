"""Hears that something was touched, while the screen looks at its input only now and then.

SDL is asked for touches once a frame. A thread that sleeps in epoll hears sooner that there are some: from
the kernel's input devices, where SDL reads them itself, or from the socket of the display server. It reads
nothing (a touch is SDL's to read), so each is watched by its edge: one wake-up for each arrival.
"""

from __future__ import annotations

import os
import select
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

INPUT_DEVICES = Path("/dev/input")
OWN_FILES = Path("/proc/self/fd")
_SERVERS = (b".X11-unix/", b"wayland-")


class Nudges:
    """Calls `nudge` in a thread of its own when anything arrives."""

    def __init__(self, nudge: Callable[[], None], devices: Path = INPUT_DEVICES) -> None:
        self._nudge = nudge
        self._devices = devices
        self._epoll = select.epoll()
        self._watched: dict[tuple[int, int], int] = {}
        self._ears: Thread | None = None

    def hear_all(self) -> bool:
        """Also what was plugged in since; whether all is heard, so that the screen may rest meanwhile."""
        unheard = [path for path in self._devices.glob("event*") if not self._hear_device(path)]
        for number in _display_servers():
            self._watch(number)
        if self._watched and self._ears is None:
            self._ears = Thread(target=self._listen, name="nudges", daemon=True)
            self._ears.start()
        return not unheard

    def _hear_device(self, path: Path) -> bool:
        try:
            if _identity(path.stat()) in self._watched:
                return True
            self._watch(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC))
        except FileNotFoundError:
            return True  # pulled out just now
        except OSError:
            return False
        return True

    def _watch(self, number: int) -> None:
        identity = _identity(os.fstat(number))
        if identity not in self._watched:
            self._watched[identity] = number
            self._epoll.register(number, select.EPOLLIN | select.EPOLLET)

    def _listen(self) -> None:
        while True:
            for number, event in self._epoll.poll():
                if event & (select.EPOLLHUP | select.EPOLLERR):
                    self._forget(number)
            self._nudge()

    def _forget(self, number: int) -> None:
        """It was pulled out."""
        self._epoll.unregister(number)
        self._watched = {
            identity: watched for identity, watched in self._watched.items() if watched != number
        }


def _identity(of: os.stat_result) -> tuple[int, int]:
    """A device by its number, since a new one may get an old one's name; anything else by its inode."""
    return (0, of.st_rdev) if stat.S_ISCHR(of.st_mode) else (of.st_dev, of.st_ino)


def _display_servers() -> Iterator[int]:
    """Our open sockets to an X or Wayland server."""
    for entry in os.listdir(OWN_FILES):  # noqa: PTH208 - a name is all that is wanted
        try:
            if stat.S_ISSOCK(os.fstat(int(entry)).st_mode) and _is_server(int(entry)):
                yield int(entry)
        except OSError:
            continue


def _is_server(number: int) -> bool:
    # A copy of the number, because a socket object closes its own.
    with socket.socket(fileno=os.dup(number)) as line:
        peer = line.getpeername()
    name = peer if isinstance(peer, bytes) else str(peer).encode()
    return any(part in name for part in _SERVERS)
