"""What a printer would put on paper for some ESC/POS bytes: a decoder that shares no code with the encoder.

Knows `ESC @`, `GS v 0` (normal, and doubled both ways), `ESC d n`, `ESC J n`, `GS P`, `GS L` and `GS V`;
NUL outside of a command is nothing. Anything else is an error: a cheap printer would print it as garbage.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image


class Unfinished(Exception):
    """The bytes end in the middle of a command."""


class Garbage(ValueError):
    """A printer would print this as letters."""


@dataclass
class Printed:
    """`rows` hold one byte a dot, 1 is ink; `width_dots` is the paper's, where a margin may be set."""

    width_dots: int = 0
    rows: list[bytes] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    """The bytes of each raster command."""
    lines_fed: int = 0
    cuts: int = 0
    margin_dots: int = 0

    def picture(self) -> Image.Image:
        """As the slip looks: 0 is ink."""
        width = self.width_dots or len(self.rows[0])
        dots = b"".join(row.ljust(width, b"\x00") for row in self.rows)
        shown = Image.frombytes("L", (width, len(self.rows)), dots)
        return shown.point(lambda dot: 0 if dot else 255).convert("1", dither=Image.Dither.NONE)


def extract(payload: bytes, width_dots: int = 0) -> Printed:
    printed, at = Printed(width_dots), 0
    while at < len(payload):
        try:
            at += obey(payload[at:], printed)
        except Unfinished as error:
            raise ValueError("the slip ends too soon") from error
    return printed


def obey(left: bytes, printed: Printed) -> int:
    """Obeys the first command of `left`; returns its length. Raises Unfinished, Garbage."""
    for start, length in _LENGTHS.items():
        if left.startswith(start):
            if len(left) < length:
                raise Unfinished
            return (
                _raster(left, printed)
                if start.startswith(b"\x1dv0")
                else _simple(start, left, printed, length)
            )
    if any(start.startswith(left) for start in _LENGTHS):
        raise Unfinished
    raise Garbage(f"a printer would print garbage here: {left[:8]!r}")


_LENGTHS = {
    b"\x00": 1,
    b"\x1b@": 2,
    b"\x1dv0\x00": 8,
    b"\x1dv0\x03": 8,
    b"\x1bd": 3,
    b"\x1bJ": 3,
    b"\x1dP": 4,
    b"\x1dL": 4,
    b"\x1dV\x00": 3,
    b"\x1dV\x01": 3,
}


def _simple(start: bytes, left: bytes, printed: Printed, length: int) -> int:
    match start:
        case b"\x1b@":
            printed.margin_dots = 0
        case b"\x1bd":
            printed.lines_fed += left[2]
        case b"\x1bJ":
            printed.rows += [b""] * left[2]
        case b"\x1dP" if left[2:4] != b"\xcb\xcb":
            raise Garbage("a step of paper would not be one dot of 203 dpi")
        case b"\x1dL":
            printed.margin_dots = left[2] + 256 * left[3]
        case b"\x1dV\x00" | b"\x1dV\x01":
            printed.cuts += 1
    return length


def _raster(left: bytes, printed: Printed) -> int:
    row_bytes = left[4] + 256 * left[5]
    height = left[6] + 256 * left[7]
    length = row_bytes * height
    dots = left[8 : 8 + length]
    if len(dots) != length:
        raise Unfinished
    times = 2 if left[3] == 3 else 1
    for start in range(0, length, row_bytes):
        row = dots[start : start + row_bytes]
        inked = bytes(byte >> bit & 1 for byte in row for bit in range(7, -1, -1) for _ in range(times))
        # Dots beyond the paper's edge are read and not printed.
        on_paper = (bytes(printed.margin_dots) + inked)[: printed.width_dots or None]
        printed.rows += [on_paper] * times
    printed.pieces.append(length)
    return 8 + length
