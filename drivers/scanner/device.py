"""One scanner, on whatever cable: opened, listened to, lost and found again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Protocol

from appliance.messages import ScannerFound, ScannerLost, ScanProblem
from appliance.model import Side
from appliance.model.health import Reach, ScannerHealth
from appliance.ports import Post
from drivers.scanner.framing import Framer
from drivers.scanner.intake import Intake
from drivers.supervision import Supervised

LOOK_EVERY_S = 1.0
"""How often a scanner that is not there is looked for."""
LISTEN_S = 0.25
"""The longest a thread listens without looking whether it is to stop."""


class Gone(Exception):
    """The scanner is not there, or no longer."""

    def __init__(self, reach: Reach) -> None:
        super().__init__(reach)
        self.reach = reach


class Line(Protocol):
    """An open scanner. Both methods are called from one thread."""

    def read(self, timeout_s: float) -> bytes | None:
        """What came within that time, nothing included; None when some of it was lost. Raises Gone."""

    def close(self) -> None: ...

    @property
    def differing(self) -> tuple[str, ...]:
        """Names of the scanner's own settings that it did not keep when it was opened."""


class Scanner:
    """`ports.ScannerDevice` over any line. It is lost until it was opened, and says so only if it is.

    `pause_ends` is for a scanner that is set to send no end after a scan; see `Framer`.
    """

    def __init__(
        self,
        side: Side,
        open_line: Callable[[], Line],
        *,
        pause_ends: bool = False,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._intake = Intake(side)
        self._open_line = open_line
        self._look_every_s = look_every_s
        self._framer = Framer(pause_ends)
        self._reach = Reach.OPEN
        self._differing: tuple[str, ...] = ()
        self._post: Post = _nobody
        self._thread = Supervised(f"scanner-{side}", self._work)

    def start(self, post: Post) -> None:
        self._post = post
        self._thread.start(post)

    def stop(self) -> None:
        self._thread.stop()

    def health(self) -> ScannerHealth:
        """From any thread."""
        intake = self._intake
        return ScannerHealth(intake.side, self._reach, self._differing, intake.read)

    def _work(self, stopping: Event) -> None:
        while not stopping.is_set():
            try:
                self._use(self._open_line(), stopping)
            except Gone as gone:
                self._lose(gone.reach)
                stopping.wait(self._look_every_s)

    def _use(self, line: Line, stopping: Event) -> None:
        try:
            self._differing = line.differing
            self._find()
            while not stopping.is_set():
                self._listen(line)
        finally:
            line.close()
            self._take(self._framer.broken_off())

    def _listen(self, line: Line) -> None:
        until_s = self._framer.waits_until_s
        wait_s = LISTEN_S if until_s is None else max(0.0, min(LISTEN_S, until_s - monotonic()))
        received = line.read(wait_s)
        if received is None:
            self._framer.lose(monotonic())
        elif received:
            self._take(self._framer.feed(received, monotonic()))
        else:
            self._take(self._framer.rest(monotonic()))

    def _take(self, frames: list[bytes | ScanProblem]) -> None:
        for frame in frames:
            self._intake.take(frame, monotonic(), self._post)

    def _find(self) -> None:
        if self._reach is not Reach.OPEN:
            self._post(ScannerFound(self._intake.side))
        self._reach = Reach.OPEN

    def _lose(self, reach: Reach) -> None:
        if self._reach is Reach.OPEN:
            self._post(ScannerLost(self._intake.side))
        self._reach = reach


def _nobody(_message: object) -> None:
    """Before `start` nobody is told."""
