"""A thread of its own for one sort of work that the core does not wait for."""

from __future__ import annotations

import os
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, get_native_id

from appliance.messages import Message
from appliance.ports import Post
from drivers.supervision import Supervised

Work = Callable[[], Message]


class Lane:
    """Does one thing after the other, and posts what came of each.

    Work that breaks is told as `DriverFailed` of the lane's name and is not tried again.
    """

    def __init__(self, name: str, niceness: int = 0) -> None:
        """`niceness`: how far it stands behind others (Linux has one for each thread)."""
        self._niceness = niceness
        self._asked: SimpleQueue[Work | None] = SimpleQueue()
        self._post: Post = _nobody
        self._worker = Supervised(name, self._work)

    def start(self, post: Post) -> None:
        self._post = post
        self._worker.start(post)

    def ask(self, work: Work) -> None:
        """Returns at once."""
        self._asked.put(work)

    def stop(self) -> None:
        self._asked.put(None)
        self._worker.stop()

    def _work(self, stopping: Event) -> None:
        if self._niceness:
            os.setpriority(os.PRIO_PROCESS, get_native_id(), self._niceness)
        while not stopping.is_set():
            # Without a limit: `stop` asks for nothing, which ends it.
            work = self._asked.get()
            if work is None:
                return
            self._post(work())


def _nobody(_message: object) -> None:
    """Before `start` nobody is told."""
