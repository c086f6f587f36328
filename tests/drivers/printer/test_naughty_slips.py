"""Titles that try to be something else: in the bytes for the printer there are none but our own commands."""

from __future__ import annotations

import pytest

from appliance.model import Language
from appliance.paper.slip import Slip, Text
from drivers.printer.profile import PROFILES
from drivers.printer.protocol import slip_bytes
from drivers.printer.raster import draw_slip
from tests.drivers.printer.raster_extractor import extract
from tests.house.tree import HOUSE

NAUGHTY = HOUSE.parent / "shared/data/hostile/blns.txt"
COMMANDS = (
    "\x1b@\x1bp\x00\x19\xfa",
    "\x1dV\x00",
    "\x10\x05\x02",
    "\x10\x14\x01\x00\x05",
    "\x1d(k\x04\x00",
    "\x1c\x26",
)
A_SLIP = 20


def titles() -> list[str]:
    if not NAUGHTY.exists():
        pytest.skip("the list of naughty strings is not beside this repository")
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n")
    return [*COMMANDS, *(line for line in lines if line and not line.startswith("#"))]


@pytest.mark.parametrize("name", ["58mm", "80mm-cutter-status"])
def test_no_title_sends_the_printer_a_command(name: str) -> None:
    profile, wanted = PROFILES[name], titles()
    for start in range(0, len(wanted), A_SLIP):
        lines = tuple(Text(title) for title in wanted[start : start + A_SLIP])
        picture = draw_slip(Slip(1, Language.EN, lines), profile)
        # Raises Garbage at any command but our own; the picture is all that the titles became.
        printed = extract(slip_bytes(picture, profile), profile.width_dots)
        assert printed.cuts == int(profile.cutter)
        assert printed.picture().tobytes() == picture.tobytes()
