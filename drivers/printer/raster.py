"""A slip as a 1-bit picture, as wide as the paper prints: 1 is paper, 0 is ink.

Khmer goes out as a picture because printers have no Khmer letters; HarfBuzz (in Pillow's raqm) shapes it.
"""

from __future__ import annotations

from io import BytesIO
from math import ceil

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont

from appliance.language.breaking import wrap_evenly
from appliance.language.fonts import Weight, pictogram
from appliance.paper.slip import Code, Gap, Line, Pictogram, Ruler, Size, Slip, Text
from drivers.printer.code_square import code_square
from drivers.printer.letters import LETTER_DROP, LINE_BOX, letters, pictures, printable
from drivers.printer.profile import DOTS_PER_MM, PrinterProfile

INK, PAPER = 0, 1
MARGIN_DOTS = 8
RULER_DOTS = 2
_PICTOGRAM_EMS = {Size.SMALL: 1.8, Size.BODY: 1.8, Size.LARGE: 1.6, Size.HUGE: 1.4}
"""A pictogram must be told apart at the sizes where letters still can."""
_EDGE_GAP = Gap(2)


def draw_slip(slip: Slip, paper: PrinterProfile) -> Image.Image:
    """The whole slip, top to bottom. Raises FontsMissing when `make assets` was not run."""
    strips = [_draw(line, paper) for line in (_EDGE_GAP, *slip.lines, _EDGE_GAP)]
    picture = _strip(paper, sum(strip.height for strip in strips))
    top = 0
    for strip in strips:
        picture.paste(strip, (0, top))
        top += strip.height
    return picture


def slip_png(slip: Slip, paper: PrinterProfile) -> bytes:
    """The same as a PNG file. Raises letters.ShaperMissing, FontsMissing."""
    kept = BytesIO()
    draw_slip(slip, paper).save(kept, "PNG")
    return kept.getvalue()


def _draw(line: Line, paper: PrinterProfile) -> Image.Image:
    match line:
        case Text():
            return _draw_text(line, paper)
        case Pictogram():
            return _draw_pictogram(line, paper)
        case Ruler():
            return _draw_ruler(paper)
        case Code():
            return _draw_code(line, paper)
        case Gap():
            return _strip(paper, line.height_mm * DOTS_PER_MM)


def _draw_text(line: Text, paper: PrinterProfile) -> Image.Image:
    font = letters(paper.letter_dots[line.size], _weight(line))
    width = paper.width_dots - 2 * MARGIN_DOTS
    rows = wrap_evenly(printable(line.text), width, font.getlength)
    strip = _strip(paper, len(rows) * _line_box(font))
    for index, row in enumerate(rows):
        left = MARGIN_DOTS + ((width - font.getlength(row)) / 2 if line.centred else 0)
        _write(strip, row, font, round(left), index * _line_box(font))
    return strip


def _draw_pictogram(line: Pictogram, paper: PrinterProfile) -> Image.Image:
    """The picture at the left, in the middle of the height of its text."""
    side = round(paper.letter_dots[line.size] * _PICTOGRAM_EMS[line.size])
    left = MARGIN_DOTS + side + side // 4
    width = paper.width_dots - MARGIN_DOTS - left
    text = printable(line.text)
    font = _fitting_letters(text, width, line, paper)
    rows = wrap_evenly(text, width, font.getlength)
    strip = _strip(paper, max(side, len(rows) * _line_box(font)))
    middle = (MARGIN_DOTS + side // 2, strip.height // 2)
    ImageDraw.Draw(strip).text(middle, pictogram(line.name), INK, pictures(side), anchor="mm")
    top = (strip.height - len(rows) * _line_box(font)) // 2
    for index, row in enumerate(rows):
        _write(strip, row, font, left, top + index * _line_box(font))
    return strip


def _fitting_letters(text: str, width: int, line: Pictogram, paper: PrinterProfile) -> FreeTypeFont:
    """The letters of the line's size; huge ones shrink, down to large, until the text fits in one row."""
    size = paper.letter_dots[line.size]
    if line.size is Size.HUGE:
        floor = paper.letter_dots[Size.LARGE]
        while size > floor and letters(size, _weight(line)).getlength(text) > width:
            size -= 2
    return letters(size, _weight(line))


def _draw_ruler(paper: PrinterProfile) -> Image.Image:
    strip = _strip(paper, 3 * DOTS_PER_MM)
    top = (strip.height - RULER_DOTS) // 2
    right = paper.width_dots - MARGIN_DOTS - 1
    ImageDraw.Draw(strip).rectangle((MARGIN_DOTS, top, right, top + RULER_DOTS - 1), fill=INK)
    return strip


def _draw_code(line: Code, paper: PrinterProfile) -> Image.Image:
    square = code_square(line.text, paper.module_dots)
    caption = _draw_text(Text(line.text, bold=True, centred=True), paper)
    strip = _strip(paper, square.height + caption.height)
    # From an even dot: where its squares are 8 dots wide, each is made of whole 2 x 2 squares.
    strip.paste(square, ((paper.width_dots - square.width) // 4 * 2, 0))
    strip.paste(caption, (0, square.height))
    return strip


def _write(strip: Image.Image, row: str, font: FreeTypeFont, left: int, top: int) -> None:
    baseline = top + round(font.size * LETTER_DROP)
    ImageDraw.Draw(strip).text((left, baseline), row, INK, font, anchor="ls")


def _line_box(font: FreeTypeFont) -> int:
    return ceil(font.size * LINE_BOX)


def _weight(line: Text | Pictogram) -> Weight:
    return Weight.BOLD if line.bold else Weight.REGULAR


def _strip(paper: PrinterProfile, height_dots: int) -> Image.Image:
    return Image.new("1", (paper.width_dots, height_dots), PAPER)
