"""A driver's thread that is started anew when it dies: a broken device must not end the library."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from appliance.messages import DriverFailed
from appliance.ports import Post

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0
STOP_S = 1.0
"""Of all drivers together it must be less than systemd waits for the end; each looks twice as often."""
GOOD_RUN_S = 60.0
"""After so long without an error the next one counts as the first again."""


class Supervised:
    """Runs `work(stopping)` in a thread called `name` until `stopping` is set.

    An error nobody foresaw is posted as `DriverFailed` (its class and place, never a value) and `work` is
    called anew after 1, 2, 4 … 60 seconds. Expected trouble belongs into `work` itself.
    """

    def __init__(
        self, name: str, work: Callable[[Event], None], *, first_wait_s: float = FIRST_WAIT_S
    ) -> None:
        self._name = name
        self._work = work
        self._first_wait_s = first_wait_s
        self._stopping = Event()
        self._thread: Thread | None = None

    def start(self, post: Post) -> None:
        self._stopping.clear()
        self._thread = Thread(target=self._run, args=(post,), name=self._name, daemon=True)
        self._thread.start()

    def stop(self, within_s: float = STOP_S) -> None:
        """Ask `work` to end and wait for it, but not longer than that: a device may hang for good."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(within_s)
            self._thread = None

    def _run(self, post: Post) -> None:
        wait_s = self._first_wait_s
        while not self._stopping.is_set():
            began_s = monotonic()
            try:
                self._work(self._stopping)
            except Exception as error:  # noqa: BLE001 - the one place that outlives a driver, whatever broke it
                post(_told(self._name, error))
            if monotonic() - began_s > GOOD_RUN_S:
                wait_s = self._first_wait_s
            self._stopping.wait(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)


def _told(device: str, error: Exception) -> DriverFailed:
    places = traceback.extract_tb(error.__traceback__)
    return DriverFailed(device, type(error).__name__, f"{Path(places[-1].filename).name}:{places[-1].lineno}")
