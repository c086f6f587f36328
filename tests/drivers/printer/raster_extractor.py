"""What a printer would put on paper for some ESC/POS bytes: a decoder that shares no code with the encoder.

Knows `ESC @`, `GS v 0` (normal density), `ESC d n` and `GS V`; anything else is an error, since a cheap
printer would print it as garbage.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image


@dataclass
class Printed:
    """`rows` hold one byte a dot, 1 is ink."""

    rows: list[bytes] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    """The bytes of each raster command."""
    lines_fed: int = 0
    cuts: int = 0

    def picture(self) -> Image.Image:
        """As the slip looks: 0 is ink."""
        picture = Image.new("1", (len(self.rows[0]), len(self.rows)), 1)
        for y, row in enumerate(self.rows):
            for x, dot in enumerate(row):
                if dot:
                    picture.putpixel((x, y), 0)
        return picture


def extract(payload: bytes) -> Printed:
    printed, at = Printed(), 0
    while at < len(payload):
        at += _command(payload[at:], printed)
    return printed


def _command(left: bytes, printed: Printed) -> int:
    """Obeys the first command of `left`; returns its length."""
    if left.startswith(b"\x1b@"):
        return 2
    if left.startswith(b"\x1dv0\x00"):
        return _raster(left, printed)
    if left.startswith(b"\x1bd"):
        printed.lines_fed += left[2]
        return 3
    if left.startswith((b"\x1dV\x00", b"\x1dV\x01")):
        printed.cuts += 1
        return 3
    raise ValueError(f"a printer would print garbage here: {left[:8]!r}")


def _raster(left: bytes, printed: Printed) -> int:
    row_bytes = left[4] + 256 * left[5]
    height = left[6] + 256 * left[7]
    length = row_bytes * height
    dots = left[8 : 8 + length]
    if len(dots) != length:
        raise ValueError("the raster picture ends too soon")
    for start in range(0, length, row_bytes):
        row = dots[start : start + row_bytes]
        printed.rows.append(bytes(byte >> bit & 1 for byte in row for bit in range(7, -1, -1)))
    printed.pieces.append(length)
    return 8 + length
