"""Listening to a scanner from the terminal: how each scan came, never what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from appliance.messages import ScanProblem
from appliance.model import Side
from appliance.scanning.aim import read_identifier
from appliance.scanning.names import symbology_name
from drivers.scanner.device import Line
from drivers.scanner.framing import Frame, Framer

_TURN_S = 0.05
"""How long one scanner is listened to before the next has its turn."""
_ENDS = {b"\r": "CR", b"\n": "LF", b"\r\n": "CR LF", b"\t": "TAB", b"\x03": "ETX"}


@dataclass(frozen=True, slots=True)
class ScanTold:
    """One scan. `framing` names what ended it, `took_ms` is from its first byte to its last."""

    side: Side
    symbology: str | None
    letters: int
    framing: str
    took_ms: float
    problem: ScanProblem | None = None


class Ear:
    """Listens to one open scanner."""

    def __init__(self, side: Side, line: Line) -> None:
        self._side = side
        self._line = line
        self._framer = Framer()
        self._received = b""
        self._began_s = 0.0

    def listen(self) -> list[ScanTold]:
        """The scans that ended just now. Raises drivers.scanner.device.Gone."""
        received = self._line.read(_TURN_S)
        now_s = monotonic()
        frames: list[Frame] = []
        if received is None:
            self._framer.lose(now_s)
        elif received:
            if not self._received.strip(b"\r\n\t"):
                self._began_s = now_s
            self._received += received
            frames = self._framer.feed(received, now_s)
        else:
            frames = self._framer.rest(now_s)
        told = [self._told(frame, now_s) for frame in frames]
        if told:
            self._received = b""
        return told

    def close(self) -> None:
        self._line.close()

    def _told(self, frame: bytes | ScanProblem, now_s: float) -> ScanTold:
        took_ms = round((now_s - self._began_s) * 1000, 1)
        framing = _framing(self._received)
        if isinstance(frame, ScanProblem):
            return ScanTold(self._side, None, 0, framing, took_ms, frame)
        code = frame.decode("ascii", "replace")
        letters = len(read_identifier(code).text)
        return ScanTold(self._side, symbology_name(code), letters, framing, took_ms)


def hear_all(ears: list[Ear], seconds: float, count: int) -> Iterator[ScanTold]:
    """Scans of all scanners in turn, until `seconds` are over or `count` came (0: no limit)."""
    until_s, told = monotonic() + seconds, 0
    while monotonic() < until_s and not (count and told >= count):
        for ear in ears:
            for scan in ear.listen():
                told += 1
                yield scan


def _framing(received: bytes) -> str:
    """What the bytes of one scan end with, and whether they began with STX."""
    ended = received[len(received.rstrip(b"\r\n\t\x03")) :]
    end = _ENDS.get(ended, "pause" if not ended else "mixed")
    return f"STX {end}" if b"\x02" in received else end
