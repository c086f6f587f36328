"""A slip's picture as ESC/POS bytes: reset, raster pictures (`GS v 0`), feed, a cut where there is a cutter.

`GS v 0` is what cheap printers have in common; they have neither Khmer letters nor a QR command. A printer
that understands more is spared the white of the paper, some two thirds of a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageChops

from drivers.printer.profile import DOTS_PER_MM, PrinterProfile

CHUNK_BYTES_MOST = 4096
"""A raster picture goes out in pieces, each small enough for the receive buffer of a cheap printer."""
TEAR_OFF_LINES = 4
"""From the print head to the edge where paper is torn off by hand, in the printer's own lines."""
_GAP_ROWS = 4
"""White between two bands of ink that is worth a stop of the paper; skipping every row of it would save a
twentieth and make the paper stutter."""
_COARSE_BYTES_LEAST = 32
"""A stretch of squares must save more than the two commands around it, 8 bytes each, cost."""
_FEED_MOST = 255
_DOTS_PER_INCH = round(DOTS_PER_MM * 25.4)


def slip_bytes(picture: Image.Image, paper: PrinterProfile) -> bytes:
    """`picture` is 1-bit, as `raster.draw_slip` makes it.

    Raises:
        ValueError: the picture is not as wide as the paper, or not 1-bit: it would be dithered.
    """
    if picture.mode != "1" or picture.width != paper.width_dots:
        raise ValueError(f"a {picture.mode} picture {picture.width} dots wide, for {paper.width_dots} dots")
    # Imported at the first slip: it reads a table of a hundred printers, 0.16 s of a core.
    from escpos.printer import Dummy

    printer = Dummy(profile=paper.escpos_name)
    printer.hw("INIT")
    if paper.skips:
        _put_ink(printer, picture, paper)
    else:
        printer.image(picture, impl="bitImageRaster", fragment_height=chunk_rows(paper))
    if paper.cutter:
        printer.cut(mode="PART")
    else:
        printer.print_and_feed(TEAR_OFF_LINES)
    payload: bytes = printer.output
    return payload


def chunk_rows(paper: PrinterProfile) -> int:
    """How many rows of dots go out in one piece."""
    return CHUNK_BYTES_MOST // (paper.width_dots // 8)


def _put_ink(printer: Any, picture: Image.Image, paper: PrinterProfile) -> None:
    """Each band of ink at its place, and the white between them by feeding.

    `GS P` makes a step of paper one dot; `GS L` sets the left margin in dots, which `GS v 0` keeps to.
    """
    ink = ImageChops.invert(picture.convert("L"))
    printer._raw(b"\x1dP" + bytes((_DOTS_PER_INCH, _DOTS_PER_INCH)))
    row = 0
    for top, bottom in _bands(ink, chunk_rows(paper)):
        _feed(printer, top - row)
        left, right = _sides(ink.crop((0, top, ink.width, bottom)))
        printer._raw(b"\x1dL" + left.to_bytes(2, "little"))
        _put_band(printer, picture.crop((left, top, right, bottom)))
        row = bottom
    _feed(printer, picture.height - row)
    printer._raw(b"\x1dL\x00\x00")


def _put_band(printer: Any, band: Image.Image) -> None:
    """Rows drawn in squares of 2 x 2 dots go out as a quarter of the bytes, for the printer to enlarge.

    The rulers are drawn so, and the code where its squares are an even number of dots. Mode 3 of `GS v 0`
    doubles width and height.
    """
    for top, bottom, coarse in _stretches(band):
        stretch = band.crop((0, top, band.width, bottom))
        if coarse:
            half = stretch.resize((band.width // 2, stretch.height // 2), Image.Resampling.NEAREST)
            printer.image(
                half, impl="bitImageRaster", high_density_vertical=False, high_density_horizontal=False
            )
        else:
            printer.image(stretch, impl="bitImageRaster")


def _stretches(band: Image.Image) -> Iterator[tuple[int, int, bool]]:
    """First row, row after the last, and whether all dots between come in squares of 2 x 2."""
    row_bytes, dots = band.width // 8, band.tobytes()
    rows = [int.from_bytes(dots[at : at + row_bytes]) for at in range(0, len(dots), row_bytes)]
    start = at = 0
    while at < len(rows):
        end = _end_of_squares(rows, at, row_bytes)
        if (end - at) * row_bytes <= _COARSE_BYTES_LEAST:
            at += 1
            continue
        if start < at:
            yield start, at, False
        yield at, end, True
        start = at = end
    if start < len(rows):
        yield start, len(rows), False


def _end_of_squares(rows: list[int], at: int, row_bytes: int) -> int:
    first_of_each_pair = int.from_bytes(b"\x55" * row_bytes)
    while at + 1 < len(rows) and rows[at] == rows[at + 1]:
        if (rows[at] ^ rows[at] >> 1) & first_of_each_pair:
            break
        at += 2
    return at


def _feed(printer: Any, rows: int) -> None:
    while rows > 0:
        printer._raw(b"\x1bJ" + bytes((min(rows, _FEED_MOST),)))
        rows -= _FEED_MOST


def _bands(ink: Image.Image, rows_most: int) -> Iterator[tuple[int, int]]:
    """From the first row of ink to the one after its last, wherever enough white comes between."""
    inked = [row for row in range(ink.height) if ink.crop((0, row, ink.width, row + 1)).getbbox()]
    if not inked:
        return
    top = last = inked[0]
    for row in inked[1:]:
        if row - last > _GAP_ROWS or row - top >= rows_most:
            yield top, last + 1
            top = row
        last = row
    yield top, last + 1


def _sides(band: Image.Image) -> tuple[int, int]:
    """The first column of ink and the one after the last, widened to whole bytes."""
    box = band.getbbox()
    assert box is not None
    left, right = box[0] // 8 * 8, -(-box[2] // 8) * 8
    return left, right
