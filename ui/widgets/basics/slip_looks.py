"""How far a slip has come: in picture, words and colour, and whether it can be asked for again."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.language.words import N_
from appliance.status import SlipProgress
from ui import theme


@dataclass(frozen=True, slots=True)
class SlipLook:
    """`ground` and `ink` are colours of the theme; `again` says that a button to ask for it has its place."""

    picture: str
    words: str
    ground: theme.Colour
    ink: theme.Colour
    again: bool = False


SLIP_LOOKS = {
    SlipProgress.WAITING: SlipLook(
        "wait", N_("Your slip waits for the printer"), theme.WARNING_TINT, theme.WARNING
    ),
    SlipProgress.PRINTING: SlipLook("printer", N_("Printing your slip…"), theme.GUARD_TINT, theme.GUARD),
    SlipProgress.PRINTED: SlipLook("slip", N_("Take your slip"), theme.OK_TINT, theme.OK),
    SlipProgress.FAILED: SlipLook(
        "printer_fault", N_("No slip, but the loan counts"), theme.WARNING_TINT, theme.WARNING, again=True
    ),
}
