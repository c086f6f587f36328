"""What became of a copy that was asked for: in picture, words and colour, for reader and guard."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.language.words import N_
from appliance.model import LineEnd
from ui import theme


@dataclass(frozen=True, slots=True)
class LineLook:
    """`words` are the reader's, `mark` is what the guard reads on a card; both are English msgids."""

    picture: str
    words: str
    mark: str
    ink: theme.Colour


LENT = LineLook("approved", N_("You have this book"), "", theme.OK)
LINE_LOOKS: dict[LineEnd, LineLook] = {
    LineEnd.DECLINED: LineLook("refused", N_("The guard said no"), N_("Declined"), theme.DANGER),
    LineEnd.NOT_HERE: LineLook("absent", N_("The book was not with you"), N_("Not here"), theme.DANGER),
    LineEnd.DAMAGED: LineLook("damaged", N_("The book must be mended"), N_("Damaged"), theme.DANGER),
    LineEnd.NOT_ALLOWED: LineLook(
        "not_allowed", N_("This book is not lent to you"), N_("Not allowed"), theme.DANGER
    ),
    LineEnd.NO_LONGER: LineLook(
        "stop", N_("It could no longer be lent"), N_("Can no longer be lent"), theme.DANGER
    ),
    LineEnd.PUT_BACK: LineLook("return", N_("Somebody put it back"), N_("Was put back"), theme.WARNING),
    LineEnd.LAPSED: LineLook("clock", N_("Nobody came in time"), N_("Too late"), theme.WARNING),
}


def look_of(why: LineEnd | None) -> LineLook:
    """None is a copy that was lent."""
    return LENT if why is None else LINE_LOOKS[why]
