"""A printer at the far end of a pseudo-terminal: paper, lid, cable and speed, all of which can fail.

It obeys what the extractor knows, answers `DLE EOT` and `GS r` as an Epson does, and keeps every slip it put
on paper. Without paper it holds what it was sent and goes on when there is some. A command that was broken
off is completed by what comes next, as a real printer does it.
"""

from __future__ import annotations

import os
import re
import select
import tty
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread

from tests.drivers.printer.raster_extractor import Garbage, Printed, Unfinished, obey

_LOOK_S = 0.02
_ALL_WELL = 0b0001_0010
_READ_MOST = 65536
_QUESTION = re.compile(rb"\x10\x04[\x01-\x04]")
_RECOVER = re.compile(rb"\x10\x05\x02")


@dataclass
class FakePrinter:
    """`path` is a link that is there while the printer is plugged in. All that fails is set from outside."""

    path: Path
    width_dots: int
    cutter: bool = True
    answers: bool = True
    paper: bool = True
    paper_low: bool = False
    cover_open: bool = False
    takes_bytes_most: int | None = None
    """The cable is pulled after so many bytes more."""
    bytes_a_second: float | None = None
    deaf: bool = False
    """Takes nothing and answers nothing."""
    slips: list[Printed] = field(default_factory=list)
    """Those that came out whole: up to a cut, or without a cutter up to a feed to the edge."""
    begun: Printed | None = None
    garbage: int = 0

    def __post_init__(self) -> None:
        self._lock = Lock()
        self._stopping = Event()
        self._buffer = self._tail = b""
        self._ends: tuple[int, int] | None = None
        self._thread = Thread(target=self._run, name="fake printer", daemon=True)
        self._thread.start()

    # what people do to it

    def plug(self) -> None:
        with self._lock:
            if self._ends is None:
                far, near = os.openpty()
                tty.setraw(near)
                self._ends = far, near
                self._buffer, self._tail, self.begun = b"", b"", None
                self.path.symlink_to(os.ttyname(near))

    def unplug(self) -> None:
        """Power and cable: what was in its buffer is lost."""
        with self._lock:
            self._pull()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()
        self.unplug()

    def _pull(self) -> None:
        if self._ends is not None:
            self.path.unlink()
            for end in self._ends:
                os.close(end)
            self._ends = None

    # what it does

    def _run(self) -> None:
        while not self._stopping.is_set():
            with self._lock:
                far = self._ends[0] if self._ends and not self.deaf else None
                received = self._receive(far) if far is not None else b""
                if received and far is not None:
                    self._take(far, received)
            if not received:
                Event().wait(_LOOK_S if far is None else 0.001)
            elif self.bytes_a_second:
                Event().wait(len(received) / self.bytes_a_second)

    def _receive(self, far: int) -> bytes:
        most = 1 if self.bytes_a_second else _READ_MOST
        if self.takes_bytes_most is not None:
            most = min(most, max(1, self.takes_bytes_most))
        if not select.select([far], [], [], _LOOK_S)[0]:
            return b""
        try:
            return os.read(far, most)
        except OSError:
            return b""  # nobody has the near end open yet

    def _take(self, far: int, received: bytes) -> None:
        if self.takes_bytes_most is not None:
            self.takes_bytes_most -= len(received)
            if self.takes_bytes_most <= 0:
                self.takes_bytes_most = None
                self._pull()
                return
        self._obey_all(far)  # what waited for paper
        heard = self._heard(far, received)  # which may empty the buffer
        self._buffer += heard
        self._obey_all(far)

    def _obey_all(self, far: int) -> None:
        while self._buffer:
            try:
                length = self._obey(far)
            except Unfinished:
                return
            self._buffer = self._buffer[length:]

    def _heard(self, far: int, received: bytes) -> bytes:
        """Questions are answered wherever they stand; in the middle of a picture they are part of it too."""
        received, self._tail = self._tail + received, b""
        for half in (b"\x10\x04", b"\x10\x05", b"\x10"):
            if received.endswith(half):  # the rest of a question is still on the way
                received, self._tail = received[: -len(half)], half
                break
        *before, after = _RECOVER.split(received)
        if before:
            self._buffer, self.begun = b"", None
        # Looked at before it answers: whoever hears the answer may put paper in at once.
        in_a_picture = bool(self._buffer) and self._can_print()
        for question in _QUESTION.findall(after):
            self._answer(far, self._status(question[2]))
        return after if in_a_picture else _QUESTION.sub(b"", after)

    def _obey(self, far: int) -> int:
        """The first command in the buffer; returns its length."""
        if not self._can_print():
            raise Unfinished
        if self._buffer[:2] == b"\x1dr":
            if len(self._buffer) < 3:
                raise Unfinished
            self._answer(far, 0b0000_0011 if self.paper_low else 0)
            return 3
        return self._print(self._buffer)

    def _print(self, left: bytes) -> int:
        page = self.begun or Printed(self.width_dots)
        try:
            length = obey(left, page)
        except Garbage:
            self.garbage += 1
            return 1
        if left[:1] != b"\x00":
            self.begun = page
        if page.cuts if self.cutter else page.lines_fed:
            self.slips.append(page)
            self.begun = None
        return length

    def _status(self, about: int) -> int:
        offline = not self._can_print()
        return _ALL_WELL | {
            1: offline << 3,
            2: self.cover_open << 2 | (not self.paper) << 5,
            3: 0,
            4: (0b0000_1100 if self.paper_low else 0) | (0 if self.paper else 0b0110_0000),
        }.get(about, 0)

    def _answer(self, far: int, byte: int) -> None:
        if self.answers:
            os.write(far, bytes((byte,)))

    def _can_print(self) -> bool:
        return self.paper and not self.cover_open
