"""A slip's picture as ESC/POS bytes: reset, raster pictures (`GS v 0`), feed, a cut where there is a cutter.

`GS v 0` is what cheap printers have in common; they have neither Khmer letters nor a QR command.
"""

from __future__ import annotations

from PIL import Image

from drivers.printer.profile import PaperProfile

CHUNK_BYTES_MOST = 4096
"""A raster picture goes out in pieces, each small enough for the receive buffer of a cheap printer."""
TEAR_OFF_LINES = 4
"""From the print head to the edge where paper is torn off by hand, in the printer's own lines."""


def slip_bytes(picture: Image.Image, paper: PaperProfile) -> bytes:
    """`picture` is 1-bit, as `raster.draw_slip` makes it.

    Raises:
        ValueError: the picture is not as wide as the paper, or not 1-bit: it would be dithered.
    """
    if picture.mode != "1" or picture.width != paper.width_dots:
        raise ValueError(f"a {picture.mode} picture {picture.width} dots wide, for {paper.width_dots} dots")
    # Imported at the first slip: it reads a table of a hundred printers, which takes 0.2 s.
    from escpos.printer import Dummy

    printer = Dummy(profile=paper.escpos_name)
    printer.hw("INIT")
    printer.image(picture, impl="bitImageRaster", fragment_height=chunk_rows(paper))
    if paper.cutter:
        printer.cut(mode="PART")
    else:
        printer.print_and_feed(TEAR_OFF_LINES)
    payload: bytes = printer.output
    return payload


def chunk_rows(paper: PaperProfile) -> int:
    """How many rows of dots go out in one piece."""
    return CHUNK_BYTES_MOST // (paper.width_dots // 8)
