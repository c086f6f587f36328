"""What waits for the core: everything a device or the clock tells, and only so much of what people do."""

from __future__ import annotations

import queue
from threading import Lock

from appliance.messages import Message, Scanned, ScanRefused, Touched

MOST_WAITING = 64
"""Touches and scans. The core is never busy for longer than some tenths of a second, in which nobody does so
much; whoever drums on the glass is not asked to wait until all of it was answered."""

_BY_PEOPLE = (Touched, Scanned, ScanRefused)


class Inbox:
    """First in, first out; from any thread.

    Of what people do, no more than `MOST_WAITING` messages wait, and those that come while it is full are
    lost. What devices tell is never lost: it comes slowly, and a core that hangs is ended by the watchdog.
    """

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._lock = Lock()
        self._by_people = 0

    def put(self, message: Message | None) -> None:
        if isinstance(message, _BY_PEOPLE):
            with self._lock:
                if self._by_people >= MOST_WAITING:
                    return
                self._by_people += 1
        self._queue.put(message)

    def get(self, timeout_s: float) -> Message | None:
        """The next message; None is the end. Raises queue.Empty when nothing came in time."""
        message = self._queue.get(timeout=timeout_s)
        if isinstance(message, _BY_PEOPLE):
            with self._lock:
                self._by_people -= 1
        return message
