"""The look, by roles: colours, sizes in dp, text sizes in sp. No Kivy in here.

Colours are (red, green, blue, alpha) from 0 to 1, as Kivy takes them. Every pair of text and ground in use is
in `PAIRS`; WCAG 2.1 asks for a contrast of 4.5:1, and a test holds us to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from appliance.model import Shelf

Colour = tuple[float, float, float, float]


def colour(hexadecimal: str, alpha: float = 1.0) -> Colour:
    """`#RRGGBB` as Kivy takes it."""
    red, green, blue = bytes.fromhex(hexadecimal.removeprefix("#"))
    return red / 255, green / 255, blue / 255, alpha


PAPER = colour("#F6F1E7")
CARD = colour("#FFFFFF")
LINE = colour("#E4DCCB")
INK = colour("#1E2A32")
MUTED = colour("#56626B")
WHITE = colour("#FFFFFF")
CLEAR = colour("#FFFFFF", 0)
SHADE = colour("#1E2A32", 0.55)
"""Over a screen that waits behind a question."""

BORROW = colour("#12707C")
RETURN = colour("#A86200")
SEARCH = colour("#6F4A9B")
MY_BOOKS = colour("#237245")
GUARD = colour("#2F4A7C")
OK = MY_BOOKS
WARNING = colour("#8A5003")
"""On its tint; `RETURN` is the same hue for large surfaces."""
DANGER = colour("#B3372B")
FOCUS = colour("#0E5F69")
OFF = colour("#E2DCCF")
OFF_INK = colour("#555A5E")
FREE = colour("#B7CACD")
"""A place for a book that is not taken."""

BORROW_TINT = colour("#E1EEF0")
RETURN_TINT = colour("#FAEBD3")
SEARCH_TINT = colour("#EDE6F4")
MY_BOOKS_TINT = colour("#E0F0E6")
GUARD_TINT = colour("#E4E9F3")
OK_TINT = MY_BOOKS_TINT
WARNING_TINT = RETURN_TINT
DANGER_TINT = colour("#FAE5E2")

KEY = CARD
KEY_SIGN = colour("#FFF5DF")
KEY_GROUND = colour("#E8E0CF")
KEY_SERVICE = colour("#D5CAB3")
"""Keys that type nothing: shift, space, erase."""
KEY_EDGE = colour("#D9CFBB")
KEY_PRESSED = colour("#F2C879")

SHELVES: Mapping[Shelf, Colour] = {
    Shelf.GENERAL: colour("#4A5668"),
    Shelf.PHILOSOPHY: colour("#7A4B1E"),
    Shelf.RELIGION: colour("#A3520B"),
    Shelf.SOCIETY: colour("#3C5A99"),
    Shelf.LANGUAGE: colour("#0F6F79"),
    Shelf.SCIENCE: colour("#2A6FA8"),
    Shelf.TECHNOLOGY: colour("#2E7A4A"),
    Shelf.ARTS: colour("#8A2F7C"),
    Shelf.LITERATURE: colour("#7E4FA3"),
    Shelf.STORIES: colour("#B2395C"),
    Shelf.HISTORY: colour("#7A6320"),
    Shelf.TEXTBOOKS: colour("#A83A2C"),
}

PAIRS: tuple[tuple[Colour, Colour], ...] = (
    *((INK, ground) for ground in (PAPER, CARD, KEY, KEY_SIGN, KEY_GROUND, OFF, LINE)),
    *((INK, tint) for tint in (BORROW_TINT, RETURN_TINT, SEARCH_TINT, OK_TINT, DANGER_TINT, GUARD_TINT)),
    *(
        (MUTED, ground)
        for ground in (PAPER, CARD, BORROW_TINT, OK_TINT, WARNING_TINT, DANGER_TINT, GUARD_TINT)
    ),
    *((WHITE, ground) for ground in (BORROW, RETURN, SEARCH, MY_BOOKS, GUARD, WARNING, DANGER, FOCUS)),
    *((WHITE, shelf) for shelf in SHELVES.values()),
    *((BORROW, ground) for ground in (CARD, PAPER, BORROW_TINT)),
    *((WARNING, ground) for ground in (CARD, PAPER, WARNING_TINT)),
    *((SEARCH, ground) for ground in (CARD, SEARCH_TINT)),
    *((OK, ground) for ground in (CARD, OK_TINT)),
    *((DANGER, ground) for ground in (CARD, PAPER, DANGER_TINT)),
    *((GUARD, ground) for ground in (CARD, PAPER, GUARD_TINT)),
    (OFF_INK, OFF),
)
"""(text, ground) wherever the screens use them."""

# Sizes in dp: a screen is at least 800 dp wide and 480 dp high, whatever its pixels (ui/fit.py).
WIDTH = 800
HEIGHT = 480
TARGET = 48
"""The least height and width of anything that is touched."""
MARGIN = 18
GAP = 12
TOP_BAR = 72
TOP_BAR_RIGHT = 238
"""What languages and loudspeaker take at the right end of the top bar."""
RADIUS_LARGE = 24
RADIUS = 18
RADIUS_SMALL = 10

# Text in sp.
HUGE = 38
TITLE = 24
HEADING = 20
BODY = 17
SMALL = 14

TEXT = "text"
STRONG = "text_strong"
PICTOGRAMS = "pictograms"
"""Names that `ui.text.install` gives to the fonts."""
LINE_BOX_EM = 1.6
"""One line's height: Khmer ink needs 1.04 em above and 0.56 em below (Noto Sans Khmer)."""


def contrast(text: Colour, ground: Colour) -> float:
    """The contrast ratio of WCAG 2.1, from 1 to 21."""
    lighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(of: Colour) -> float:
    red, green, blue = (_linear(part) for part in of[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
