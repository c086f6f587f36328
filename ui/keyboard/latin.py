"""The Latin keyboard: QWERTY for letters, one more page for French accents, digits and punctuation.

There are no capitals: search does not know them.
"""

from __future__ import annotations

from ui.keyboard.layout import KeyKind, Layout, Page, letters

LETTERS = Page(
    name="letters",
    tab="a b c",
    rows=(
        letters("qwertyuiop"),
        letters("asdfghjkl'"),
        letters("zxcvbnméè-"),
    ),
)

ACCENTS = Page(
    name="accents",
    tab="é 1 2",
    rows=(
        letters("1234567890-’&", KeyKind.DIGIT),
        letters("éèêëàâçîïôùûü", KeyKind.SIGN),
        (*letters("œæÿ", KeyKind.SIGN), *letters(".,:;!?()«»", KeyKind.DIGIT)),
    ),
)

LATIN = Layout(name="latin", tab="abc", pages=(LETTERS, ACCENTS))
