"""Draws the flat ornaments of covers, each inside the cover's box and right of its spine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kivy.graphics import Color, Ellipse, Mesh, Rectangle, RoundedRectangle

from ui.widgets.covers.cover_design import CoverDesign, Motif

KRAMA_COLUMNS = 15


@dataclass(frozen=True, slots=True)
class Box:
    """Where to draw, in pixels; `corner` is the radius of the cover's outer corners."""

    x: float
    y: float
    width: float
    height: float
    corner: float


def draw_motif(design: CoverDesign, box: Box) -> None:
    """Add the motif to the canvas that is open (`with canvas:`)."""
    _DRAW[design.motif](design, box)


def _foot(design: CoverDesign, box: Box, share: float) -> None:
    Color(*design.shade)
    RoundedRectangle(
        pos=(box.x, box.y), size=(box.width, box.height * share), radius=[0, 0, box.corner, 0], segments=6
    )


def _horizon(design: CoverDesign, box: Box) -> None:
    _foot(design, box, 0.5)


def _sun(design: CoverDesign, box: Box) -> None:
    _foot(design, box, 0.16)
    Color(*design.tint)
    across = min(box.width * 0.56, box.height * 0.31)
    Ellipse(
        pos=(box.x + (box.width - across) / 2, box.y + box.height * 0.32 - across / 2), size=(across, across)
    )


def _hill(design: CoverDesign, box: Box) -> None:
    low = box.height * 0.2
    _foot(design, box, 0.2)
    height = box.height * 0.6
    # Half an ellipse, one pixel into the foot so that no seam shows.
    Ellipse(
        pos=(box.x, box.y + low - height / 2 - 1),
        size=(box.width, height),
        angle_start=-90,
        angle_end=90,
    )


def _krama(design: CoverDesign, box: Box) -> None:
    _foot(design, box, 0.42)
    side = box.width / KRAMA_COLUMNS
    base = box.y + box.height * 0.42
    Color(*design.tint)
    squares = [
        (box.x + column * side, base + row * side)
        for row in range(2)
        for column in range(KRAMA_COLUMNS)
        if (row + column) % 2 == 0
    ]
    vertices: list[float] = []
    for x, y in squares:
        for across, up in ((0, 0), (1, 0), (1, 1), (0, 0), (1, 1), (0, 1)):
            vertices += (x + across * side, y + up * side, 0.0, 0.0)
    Mesh(vertices=vertices, indices=range(len(vertices) // 4), mode="triangles")


def _frame(design: CoverDesign, box: Box) -> None:
    _foot(design, box, 0.16)
    Color(*design.tint)
    inset = box.width * 0.12
    for at in (0.49, 0.19):
        Rectangle(
            pos=(box.x + inset, box.y + box.height * at),
            size=(box.width - 2 * inset, max(1.0, box.height * 0.012)),
        )


def _stripes(design: CoverDesign, box: Box) -> None:
    _foot(design, box, 0.4)
    for at in (0.43, 0.48):
        Rectangle(pos=(box.x, box.y + box.height * at), size=(box.width, box.height * 0.025))


_DRAW: dict[Motif, Callable[[CoverDesign, Box], None]] = {
    Motif.HORIZON: _horizon,
    Motif.SUN: _sun,
    Motif.HILL: _hill,
    Motif.KRAMA: _krama,
    Motif.FRAME: _frame,
    Motif.STRIPES: _stripes,
}
