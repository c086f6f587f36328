"""A badge on paper: its code is read from what the printer prints, and no PIN is on it."""

from __future__ import annotations

import pytest
import zxingcpp

from appliance.model import Language, Role, Staff, StaffId
from appliance.paper.badge_slip import NO_LOANS, BadgeSlipFacts, badge_slip
from appliance.paper.slip import Pictogram, Text
from appliance.people.cards import KEY_BYTES, CardKind, card_code
from drivers.printer.profile import PAPER_58_MM, PAPER_80_MM, PrinterProfile
from drivers.printer.raster import draw_slip

CODE = card_code(bytes(KEY_BYTES), CardKind.STAFF, 7, 2)


def facts(language: Language = Language.EN, role: Role = Role.GUARD) -> BadgeSlipFacts:
    holder = Staff(StaffId(1), 7, "Jean-Baptiste Sokha de la Rivière", role, language)
    return BadgeSlipFacts(holder, "Library and Education Centre", CODE, print=3)


@pytest.mark.parametrize("paper", [PAPER_58_MM, PAPER_80_MM], ids=["58mm", "80mm"])
@pytest.mark.parametrize("language", Language)
def test_the_code_is_read_from_paper(paper: PrinterProfile, language: Language) -> None:
    picture = draw_slip(badge_slip(facts(language)), paper)
    assert [read.text for read in zxingcpp.read_barcodes(picture.convert("L"))] == [CODE]


@pytest.mark.parametrize(
    ("role", "picture", "word"),
    [(Role.GUARD, "guard", "Guard"), (Role.LIBRARIAN, "librarian", "Librarian"),
     (Role.TECHNICIAN, "technician", "Technician")],
)  # fmt: skip
def test_it_bears_name_role_and_number(role: Role, picture: str, word: str) -> None:
    slip = badge_slip(facts(role=role))
    (shown,) = [line for line in slip.lines if isinstance(line, Pictogram)]
    assert (shown.name, shown.text) == (picture, f"{word} 0007")
    assert "Jean-Baptiste Sokha de la Rivière" in [line.text for line in slip.lines if isinstance(line, Text)]
    assert (slip.request_id, slip.print) == (NO_LOANS, 3)
    assert CODE not in repr(facts())
