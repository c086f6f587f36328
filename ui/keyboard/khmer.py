"""The Khmer keyboard, in the order every Khmer child learns: five columns of sounds, three groups a row.

The first page has all consonants and the signs that Khmer texts use most, so that most words are typed
without changing the page. Code points: The Unicode Standard 15, Khmer block U+1780 to U+17FF.
"""

from __future__ import annotations

from appliance.language.breaking import WORD_END
from ui.keyboard.layout import DOTTED_CIRCLE, Key, KeyKind, Layout, Page, letters, signs

COENG = "\u17d2"
"""Puts the next consonant below; shown as the foot of KA, for alone it has no shape."""

COENG_KEY = Key(COENG, f"{DOTTED_CIRCLE}{COENG}ក", KeyKind.SIGN)

CONSONANTS = Page(
    name="consonants",
    tab="ក ខ",
    rows=(
        letters("កខគឃង ចឆជឈញ ដឋឌឍណ"),
        letters("តថទធន បផពភម យរលវស"),
        (*letters("ហឡអ"), COENG_KEY, *signs("ា", "ិ", "ី", "ុ", "ូ", "ើ", "េ", "ែ", "ោ", "ំ", "់")),
    ),
)

SIGNS = Page(
    name="signs",
    tab=f"{DOTTED_CIRCLE}ៀ {DOTTED_CIRCLE}៉",
    rows=(
        signs("ា", "ិ", "ី", "ឹ", "ឺ", "ុ", "ូ", "ួ", "ើ", "ឿ", "ៀ", "េ"),
        signs("ែ", "ៃ", "ោ", "ៅ", "ំ", "ុំ", "ាំ", "ះ", "ុះ", "េះ", "ោះ", "ៈ"),
        (COENG_KEY, *signs("់", "៉", "៊", "័", "៍", "៌", "៏", "៎"), *letters("ៗ។៕", KeyKind.SIGN)),
    ),
    brief=True,
)

DIGITS = Page(
    name="digits",
    tab="១២៣",
    rows=(
        letters("១២៣៤៥៦៧៨៩០", KeyKind.DIGIT),
        letters("ឥឦឧឩឪ ឯឰឱឲឳ"),
        (*letters("ឫឬឭឮ"), *letters("៖៛-.()", KeyKind.DIGIT)),
    ),
)

KHMER = Layout(name="khmer", tab="ខ្មែរ" + WORD_END, pages=(CONSONANTS, SIGNS, DIGITS))
