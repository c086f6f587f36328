"""What is told to systemd: one datagram a notice, as sd_notify(3) describes it.

Why no library: docs/decisions/0011.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping

VARIABLE = "NOTIFY_SOCKET"


class Notices:
    """Sends notices to systemd; without an address (started by hand) nothing is sent and nothing fails."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get(VARIABLE, "")
        # sd_notify(3): an @ at the front stands for the zero byte of Linux's abstract sockets.
        self._address = "\0" + address[1:] if address.startswith("@") else address

    @property
    def wanted(self) -> bool:
        return bool(self._address)

    def ready(self) -> None:
        """The kiosk can be used."""
        self._send("READY=1")

    def alive(self, saying: str) -> None:
        """The watchdog is fed; `saying` is what `systemctl status` shows."""
        self._send(f"WATCHDOG=1\nSTATUS={saying}")

    def not_alive(self, saying: str) -> None:
        """The watchdog is not fed, and `systemctl status` shows why."""
        self._send(f"STATUS={saying}")

    def stopping(self) -> None:
        """The end has begun, in good order."""
        self._send("STOPPING=1")

    def _send(self, notice: str) -> None:
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.setblocking(False)
            try:
                line.sendto(notice.encode(), self._address)
            except OSError:
                # systemd is away (it is started anew on an update) or busy: the next notice tells it again.
                return
