"""What is known of a printer before the first slip: paper and cutter.

Thermal printers for 58 mm and 80 mm paper print 8 dots a millimetre (203 dpi), 48 mm and 72 mm wide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from appliance.paper.slip import Size

DOTS_PER_MM = 8


@dataclass(frozen=True, slots=True)
class PaperProfile:
    """Sizes in dots: `letter_dots` is the em of each letter size, `module_dots` a square of the code.

    `escpos_name` is a printer of this width and cutter in python-escpos's table.
    """

    escpos_name: str
    width_dots: int
    letter_dots: Mapping[Size, int]
    module_dots: int
    cutter: bool


PAPER_58_MM = PaperProfile(
    escpos_name="POS-5890",
    width_dots=384,
    letter_dots=MappingProxyType({Size.SMALL: 22, Size.BODY: 27, Size.LARGE: 36, Size.HUGE: 72}),
    module_dots=7,
    cutter=False,
)
"""The cheap ones tear by hand."""

PAPER_80_MM = PaperProfile(
    escpos_name="TM-T20II",
    width_dots=576,
    letter_dots=MappingProxyType({Size.SMALL: 25, Size.BODY: 31, Size.LARGE: 44, Size.HUGE: 108}),
    module_dots=8,
    cutter=True,
)
