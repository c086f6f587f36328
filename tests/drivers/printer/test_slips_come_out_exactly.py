"""Slips read back from the bytes that a printer gets."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from appliance.model import Language
from appliance.paper.slip import Code, Slip
from drivers.printer.code_square import QUIET_ZONE_MODULES, code_square
from drivers.printer.profile import PAPER_58_MM, PAPER_80_MM, PROFILES, PrinterProfile
from drivers.printer.protocol import CHUNK_BYTES_MOST, slip_bytes
from drivers.printer.raster import draw_slip
from tests.drivers.printer.conftest import CODE
from tests.drivers.printer.raster_extractor import extract

MODULES = 21
"""A side of the square that a slip's code fits (ISO/IEC 18004, version 1-H)."""

papers = pytest.mark.parametrize("paper", PROFILES.values(), ids=list(PROFILES))
languages = pytest.mark.parametrize("language", list(Language))


@papers
@languages
def test_the_paper_shows_dot_for_dot_what_was_drawn(
    a_slip, language: Language, paper: PrinterProfile
) -> None:
    picture = draw_slip(a_slip(language), paper)
    on_paper = extract(slip_bytes(picture, paper), paper.width_dots).picture()
    assert on_paper.size == picture.size
    assert on_paper.tobytes() == picture.tobytes()


@papers
@languages
def test_the_code_on_the_slip_scans(a_slip, language: Language, paper: PrinterProfile) -> None:
    on_paper = extract(slip_bytes(draw_slip(a_slip(language), paper), paper), paper.width_dots).picture()
    (found,) = zxingcpp.read_barcodes(on_paper.convert("L"))
    assert found.text == CODE


@papers
def test_a_code_scans_when_the_print_head_has_three_dead_dots(paper: PrinterProfile) -> None:
    picture = draw_slip(Slip(42, Language.KM, (Code(CODE),)), paper)
    middle = paper.width_dots // 2
    for dead in (middle - 40, middle - 3, middle + 61):
        picture.paste(1, (dead, 0, dead + 1, picture.height))
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert found.text == CODE


@papers
def test_a_code_scans_under_a_stain_six_squares_wide(paper: PrinterProfile) -> None:
    picture = draw_slip(Slip(42, Language.KM, (Code(CODE),)), paper)
    middle_x, middle_y = paper.width_dots // 2, 16 + (MODULES // 2 + QUIET_ZONE_MODULES) * paper.module_dots
    reach = 3 * paper.module_dots
    left, top = middle_x + paper.module_dots, middle_y + paper.module_dots
    picture.paste(0, (left, top, left + 2 * reach, top + 2 * reach))
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert found.text == CODE


@papers
def test_the_picture_goes_out_in_pieces_a_small_printer_can_hold(a_slip, paper: PrinterProfile) -> None:
    pieces = extract(slip_bytes(draw_slip(a_slip(Language.KM), paper), paper)).pieces
    assert len(pieces) > 1
    assert max(pieces) <= CHUNK_BYTES_MOST


@pytest.mark.parametrize(("name", "bytes_most"), [("58mm-status", 25_000), ("80mm-cutter-status", 33_900)])
@languages
def test_a_slip_of_three_books_stays_as_small_as_it_became(
    a_slip, language: Language, name: str, bytes_most: int
) -> None:
    paper = PROFILES[name]
    assert len(slip_bytes(draw_slip(a_slip(language), paper), paper)) <= bytes_most


def test_a_printer_with_a_cutter_cuts_once_and_one_without_feeds_to_the_edge(a_slip) -> None:
    cut = extract(slip_bytes(draw_slip(a_slip(Language.KM), PAPER_80_MM), PAPER_80_MM))
    torn = extract(slip_bytes(draw_slip(a_slip(Language.KM), PAPER_58_MM), PAPER_58_MM))
    assert (cut.cuts, torn.cuts) == (1, 0)
    assert cut.lines_fed > 0
    assert torn.lines_fed > 0


def test_a_picture_that_would_be_dithered_or_shifted_is_not_sent() -> None:
    with pytest.raises(ValueError, match="L picture"):
        slip_bytes(Image.new("L", (384, 8), 255), PAPER_58_MM)
    with pytest.raises(ValueError, match="576 dots wide, for 384"):
        slip_bytes(Image.new("1", (576, 8), 1), PAPER_58_MM)


def test_printing_says_nothing_on_the_console(a_slip, capfd: pytest.CaptureFixture[str]) -> None:
    slip_bytes(draw_slip(a_slip(Language.KM), PAPER_58_MM), PAPER_58_MM)
    assert capfd.readouterr() == ("", "")


@papers
def test_the_code_is_the_smallest_square_there_is(paper: PrinterProfile) -> None:
    side = code_square(CODE, paper.module_dots).width
    assert side == (MODULES + 2 * QUIET_ZONE_MODULES) * paper.module_dots < paper.width_dots
