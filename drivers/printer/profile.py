"""What is known of a printer before the first slip, as data: paper, cutter, what it answers and understands.

Thermal printers for 58 mm and 80 mm paper print 8 dots a millimetre (203 dpi), 48 mm and 72 mm wide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from appliance.paper.slip import Size

DOTS_PER_MM = 8


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """Sizes in dots: `letter_dots` is the em of each letter size, `module_dots` a square of the code.

    `escpos_name` is a printer of this width and cutter in python-escpos's table.
    """

    escpos_name: str
    width_dots: int
    letter_dots: Mapping[Size, int]
    module_dots: int
    cutter: bool
    answers: bool = False
    """It answers `DLE EOT` and `GS r`: paper, lid, errors, and that a slip is out."""
    skips: bool = False
    """It understands `GS P`, `ESC J`, `GS L` and mode 3 of `GS v 0`: it skips white and enlarges squares."""


PAPER_58_MM = PrinterProfile(
    escpos_name="POS-5890",
    width_dots=384,
    letter_dots=MappingProxyType({Size.SMALL: 22, Size.BODY: 27, Size.LARGE: 36, Size.HUGE: 72}),
    module_dots=7,
    cutter=False,
)
"""The cheap ones tear by hand, answer nothing and understand little."""

PAPER_80_MM = PrinterProfile(
    escpos_name="TM-T20II",
    width_dots=576,
    letter_dots=MappingProxyType({Size.SMALL: 25, Size.BODY: 31, Size.LARGE: 44, Size.HUGE: 108}),
    module_dots=8,
    cutter=True,
)

PROFILES: Mapping[str, PrinterProfile] = MappingProxyType(
    {
        "58mm": PAPER_58_MM,
        "58mm-status": replace(PAPER_58_MM, answers=True, skips=True),
        "80mm": replace(PAPER_80_MM, cutter=False),
        "80mm-cutter": PAPER_80_MM,
        "80mm-cutter-status": replace(PAPER_80_MM, answers=True, skips=True),
    }
)
"""By the names that the devices file uses. `status` is for Epson's TM series and what does as they do."""
