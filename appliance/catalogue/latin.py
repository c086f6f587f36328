"""Khmer typed with Latin letters: both are brought down to one key of consonant sounds.

There is no agreed romanisation, vowels are anyone's guess and aspiration is often left out, so a key keeps
one letter for each kind of consonant: k c t n p m r l s, `g` for ng and `j` for nh. sievphov and សៀវភៅ are
both `sp`, khmer and ខ្មែរ both `kmr`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from appliance.catalogue.folding import fold

_SOUNDS = {
    **dict.fromkeys("កខគឃ", "k"),
    **dict.fromkeys("ចឆជឈ", "c"),
    **dict.fromkeys("ដឋឌឍតថទធ", "t"),
    **dict.fromkeys("ណន", "n"),
    **dict.fromkeys("បផពភ", "p"),
    **dict.fromkeys("លឡឭឮ", "l"),
    **dict.fromkeys("សឝឞ", "s"),
    **dict.fromkeys("រឫឬ", "r"),
    "ង": "g",
    "ញ": "j",
    "ម": "m",
    "\u17c6": "m",
}
_SILENT = re.compile("(?:\u17d2?.)\u17cd|\u17c6(?=ង)")  # a letter under a toandakhiat; am before ng
_F_SOUND = "ហ\u17d2វ"
_KHMER_WORD = re.compile("[\u1780-\u17dd]+")

_TWO_LETTERS = (("chh", "1"), ("ch", "1"), ("ng", "2"), ("nh", "3"), ("gn", "3"), ("ny", "3"))
_ONE_LETTER = str.maketrans("gqxj123fbdz", "kkkccgjppts")
_NO_CONSONANT = re.compile("[^kctnpmrlsgj]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def khmer_key(word: str) -> str:
    """The key of a Khmer word; other writing in it counts for nothing."""
    plain = _SILENT.sub("", fold(word)).replace(_F_SOUND, "ផ")
    return squash("".join(_SOUNDS.get(letter, "") for letter in plain))


def latin_keys(word: str) -> list[str]:
    """The key of a word typed with Latin letters; two when it has a bare c, which may be k or ch."""
    plain = fold(word)
    for spelling, sound in _TWO_LETTERS:
        plain = plain.replace(spelling, sound)
    return list(dict.fromkeys(_key(plain.replace("c", bare_c)) for bare_c in ("k", "1")))


def _key(plain: str) -> str:
    return squash(_NO_CONSONANT.sub("", plain.translate(_ONE_LETTER)))


def khmer_keys(text: str) -> list[str]:
    """The keys of the Khmer words of `text`, which end at zero-width or visible spaces; none is empty."""
    return [key for key in map(khmer_key, _KHMER_WORD.findall(text)) if key]


def squash(key: str) -> str:
    """A sound written twice is heard once."""
    return _TWICE.sub(r"\1", key)
