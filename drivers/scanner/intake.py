"""What every scanner's scans go through before the core hears of them. Nothing here is ever logged."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field

from appliance.messages import Scanned, ScanProblem, ScanRefused
from appliance.model import Side
from appliance.ports import Post
from drivers.scanner.framing import LONGEST, Frame

MOST_A_SECOND = 5
"""A person holds two books a second before a scanner at most; more is somebody playing."""


@dataclass(slots=True)
class Intake:
    """Posts each scan of one scanner as `Scanned`, or as `ScanRefused` with the reason.

    Of a flood only its beginning is refused aloud: the rest is dropped until a second went by without one, so
    that nobody can fill the core's inbox.
    """

    side: Side
    refused: Counter[ScanProblem] = field(default_factory=Counter)
    """How often each problem came since the program started."""
    read: int = 0
    """How many codes were read since the program started."""
    _moments_s: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_A_SECOND))
    _flood_told: bool = False

    def take(self, frame: Frame, at_s: float, post: Post) -> None:
        """`at_s` is when the scan was complete, on a clock that never jumps."""
        if self._is_too_fast(at_s):
            self._flood(post)
            return
        self._flood_told = False
        self._moments_s.append(at_s)
        code = _code(frame)
        if isinstance(code, ScanProblem):
            self._refuse(code, post)
        else:
            self.read += 1
            post(Scanned(code, self.side))

    def _is_too_fast(self, at_s: float) -> bool:
        full = len(self._moments_s) == MOST_A_SECOND
        return full and at_s - self._moments_s[0] < 1.0

    def _flood(self, post: Post) -> None:
        if self._flood_told:
            self.refused[ScanProblem.TOO_FAST] += 1
        else:
            self._flood_told = True
            self._refuse(ScanProblem.TOO_FAST, post)

    def _refuse(self, problem: ScanProblem, post: Post) -> None:
        self.refused[problem] += 1
        post(ScanRefused(problem, self.side))


def _code(frame: Frame) -> str | ScanProblem:
    """A scan as text. Printable ASCII only: what our codes and libraries' labels are made of."""
    if isinstance(frame, ScanProblem):
        return frame
    if len(frame) > LONGEST:
        return ScanProblem.TOO_LONG
    if not all(0x20 <= byte < 0x7F for byte in frame):
        return ScanProblem.NOT_TEXT
    return frame.decode("ascii")
