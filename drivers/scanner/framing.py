"""Where one scan ends and the next begins, in what a scanner sends. Pure: bytes and moments in, scans out.

Scanners end a scan by what they are set to: CR, LF, CR LF, TAB, ETX after STX, or nothing but a pause.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from appliance.messages import ScanProblem

LONGEST = 64
"""Bytes of a code. Ours have 13 at most; what libraries stick on books has under 30."""
PAUSE_S = 0.25
"""Between two bytes of one scan; a serial line of 1,200 baud needs 8 ms a byte, a slow wedge some 30 ms."""

_STX, _ETX = 0x02, 0x03
_ENDS = frozenset(b"\r\n\t\x03")

Frame = bytes | ScanProblem
"""A whole scan as it was sent, without its ends; or why there is none."""


@dataclass(slots=True)
class Framer:
    """Cuts a stream into scans; what it keeps is never more than one scan of the greatest length.

    `pause_ends` says that a pause ends a scan, for scanners that send no end at all; for others a pause
    in the middle means that the rest will not come. It never ends what an STX began.
    """

    pause_ends: bool = False
    _kept: bytearray = field(default_factory=bytearray)
    _framed: bool = False
    """An STX was seen, so only an ETX ends the scan."""
    _too_long: bool = False
    _lossy: bool = False
    """Bytes in the middle were lost, so whatever ends here is not whole."""
    _last_at_s: float = 0.0

    def feed(self, received: bytes, at_s: float) -> list[Frame]:
        """The scans that `received` completes; `at_s` is when it came, on a clock that never jumps."""
        frames = self.rest(at_s)
        self._last_at_s = at_s
        for byte in received:
            frame = self._take(byte)
            if frame is not None:
                frames.append(frame)
        return frames

    def rest(self, at_s: float) -> list[Frame]:
        """What a pause up to `at_s` ends: a whole scan, a broken one, or nothing."""
        if not self._is_open() or at_s - self._last_at_s < PAUSE_S:
            return []
        whole = self.pause_ends and not self._framed
        frame: Frame | None = self._end()
        if not whole and frame is not ScanProblem.TOO_LONG:
            frame = ScanProblem.BROKEN_OFF
        return [] if frame is None else [frame]

    def broken_off(self) -> list[Frame]:
        """The cable is out: what was begun will not be completed."""
        was_open = self._is_open()
        self._forget()
        return [ScanProblem.BROKEN_OFF] if was_open else []

    def lose(self, at_s: float) -> None:
        """Bytes were lost: the tail that may still come is no scan of its own; it goes with its end."""
        self._forget()
        self._lossy = True
        self._last_at_s = at_s

    @property
    def waits_until_s(self) -> float | None:
        """When a pause is over that ends what was begun; None when nothing was."""
        return self._last_at_s + PAUSE_S if self._is_open() else None

    def _is_open(self) -> bool:
        return bool(self._kept) or self._framed or self._too_long or self._lossy

    def _take(self, byte: int) -> Frame | None:
        if byte == _STX:
            broken = ScanProblem.BROKEN_OFF if self._is_open() else None
            self._forget()
            self._framed = True
            return broken
        if byte in _ENDS and (byte == _ETX or not self._framed):
            return self._end()
        if len(self._kept) < LONGEST:
            self._kept.append(byte)
        else:
            self._too_long = True
        return None

    def _end(self) -> Frame | None:
        """The scan that ends here; nothing at all between two ends, as CR LF sends."""
        frame: Frame | None = bytes(self._kept) or None
        if self._lossy:
            frame = ScanProblem.BROKEN_OFF
        elif self._too_long:
            frame = ScanProblem.TOO_LONG
        self._forget()
        return frame

    def _forget(self) -> None:
        self._kept.clear()
        self._framed = self._too_long = self._lossy = False
