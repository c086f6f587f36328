"""How a Khmer word is roughly written with Latin letters: only to tell which of several words was meant.

The vowel of a syllable depends on the series of its consonant (a or o), as in the UNGEGN system of 1972;
spelling follows what people type (kh, ch, ph, v) rather than any one standard.
"""

from __future__ import annotations

import re
from functools import lru_cache

from appliance.catalogue.folding import fold

_FIRST_SERIES = dict(
    zip(
        "កខចឆដឋណតថបផសហឡអ",
        ("k", "kh", "ch", "chh", "d", "th", "n", "t", "th", "b", "ph", "s", "h", "l", ""),
        strict=True,
    )
)
_SECOND_SERIES = dict(
    zip(
        "គឃងជឈញឌឍទធនពភមយរលវ",
        (
            *("k", "kh", "ng", "ch", "chh", "nh", "d", "th", "t"),
            *("th", "n", "p", "ph", "m", "y", "r", "l", "v"),
        ),
        strict=True,
    )
)
_CONSONANTS = _FIRST_SERIES | _SECOND_SERIES
_INDEPENDENT = {
    **{"ឥ": "e", "ឦ": "ei", "ឧ": "o", "ឩ": "ou", "ឪ": "av", "ឫ": "roe", "ឬ": "reu"},
    **{"ឭ": "loe", "ឮ": "leu", "ឯ": "ae", "ឰ": "ai", "ឱ": "ao", "ឳ": "av"},
}
# sign: (after the first series, after the second)
_VOWELS = {
    "": ("a", "o"),
    "ា": ("a", "ea"),
    "ិ": ("e", "i"),
    "ី": ("ey", "i"),
    "ឹ": ("oe", "eu"),
    "ឺ": ("eu", "eu"),
    "ុ": ("o", "u"),
    "ូ": ("o", "ou"),
    "ួ": ("uo", "uo"),
    "ើ": ("aeu", "eu"),
    "ឿ": ("oeu", "oeu"),
    "ៀ": ("ie", "ie"),
    "េ": ("e", "e"),
    "ែ": ("e", "e"),
    "ៃ": ("ai", "ey"),
    "ោ": ("ao", "o"),
    "ៅ": ("av", "ov"),
}
_TO_FIRST, _TO_SECOND, _BANTOC = "\u17c9", "\u17ca", "\u17cb"
_NIKAHIT, _REAHMUK = "\u17c6", "\u17c7"
_SYLLABLE = re.compile("([ក-អ])((?:\u17d2[ក-អ])*)([\u17c9\u17ca]?)([\u17b6-\u17c5]*)([\u17c6-\u17d1]*)")
_SILENT = re.compile("\u17d2?[ក-អ][\u17b7-\u17bb]?\u17cd")


@lru_cache(maxsize=16384)
def romanise(word: str) -> str:
    """A Khmer word in Latin letters, lower case; other writing stays as it is."""
    plain = _SILENT.sub("", fold(word))
    last = len(plain)

    def syllable(match: re.Match[str]) -> str:
        ends_word = match.end() == last and match.start() > 0
        return _syllable(*match.groups(), ends_word=ends_word)

    spelt = _SYLLABLE.sub(syllable, plain)
    return "".join(_INDEPENDENT.get(letter, letter) for letter in spelt if not "\u17b4" <= letter <= "\u17dd")


def _syllable(base: str, below: str, shifter: str, vowel: str, signs: str, *, ends_word: bool) -> str:
    onset = _onset(base + below[1::2], shifter)
    if not vowel and (signs == _BANTOC or (ends_word and not signs)):
        return onset  # a bare consonant closes the syllable before it
    second = (base in _SECOND_SERIES and shifter != _TO_FIRST) or shifter == _TO_SECOND
    if not vowel and signs == _REAHMUK:
        return onset + ("eah" if second else "ah")
    sound = _VOWELS.get(vowel[:1], ("", ""))[second]
    closing = "m" if _NIKAHIT in signs else "h" if _REAHMUK in signs else ""
    return onset + sound + closing


def _onset(letters: str, shifter: str) -> str:
    sounds = "".join(_CONSONANTS.get(letter, "") for letter in letters)
    if sounds.startswith("hv"):
        return "f" + sounds[2:]
    return "p" + sounds[1:] if shifter and letters[0] == "ប" else sounds
