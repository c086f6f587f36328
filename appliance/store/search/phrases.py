"""What was typed, as FTS5 expressions. Tokens are letters, digits and Khmer signs, so quotes are safe."""

from __future__ import annotations

from appliance.catalogue.folding import is_khmer, tokens

_MOST_TOKENS = 24
"""No title needs more to be told apart, and each costs time."""
_SYLLABLES_TO_TELL = 3
_SHORT_WORD = 4
_JOINING = frozenset("\u17c1\u17b8\u17b6\u17c9\u17ca\u17bb")
_RO_BELOW = "\u17d2\u179a"


def words_of(typed: str) -> list[list[str]]:
    """The tokens of each word between spaces; words that have none are left out."""
    words: list[list[str]] = []
    left = _MOST_TOKENS
    for word in typed.split():
        found = tokens(word)[:left]
        left -= len(found)
        if found:
            words.append(found)
    return words


def as_typed(words: list[list[str]]) -> str:
    """Every word as a phrase, anywhere; the last one may go on."""
    return " AND ".join(map(phrase, words)) + " *"


def may_change(token: str) -> bool:
    """Whether a syllable's last sign may take another place or form with the next one typed.

    A vowel e joins with what follows it, a stroke below becomes a shifter, ro below moves behind a letter.
    """
    return len(token) > 1 and (token[-1] in _JOINING or token.endswith(_RO_BELOW))


def half_typed(words: list[list[str]]) -> str:
    """As typed, but of the last syllable only its first letter counts.

    For a syllable that `may_change`: its signs so far are not the beginning of the finished one's.
    """
    *before, last = words
    return as_typed([*before, [*last[:-1], last[-1][0]]])


def phrase(found: list[str]) -> str:
    """Tokens one after the other."""
    return '"' + " ".join(found) + '"'


def one_syllable_off(word: list[str]) -> str:
    """The word with one syllable wrong, too many or missing.

    A short word without any one of its syllables; of a long one the first or the second half, for one of
    them must be right: each choice costs time.
    """
    if len(word) < _SYLLABLES_TO_TELL:
        return phrase(word)
    if len(word) > _SHORT_WORD:
        half = len(word) // 2
        return f"{phrase(word[:half])} OR {phrase(word[half:])}"
    sides = ((word[:at], word[at + 1 :]) for at in range(len(word)))
    return " OR ".join("(" + " AND ".join(map(phrase, filter(None, pair))) + ")" for pair in sides)


def is_khmer_word(word: list[str]) -> bool:
    return any(map(is_khmer, word))
