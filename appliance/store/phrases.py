"""What was typed, as FTS5 expressions. Tokens are letters, digits and Khmer signs, so quotes are safe."""

from __future__ import annotations

from appliance.catalogue.folding import is_khmer, tokens

_MOST_TOKENS = 24
"""No title needs more to be told apart, and each costs time."""
_SYLLABLES_TO_TELL = 3
_MOST_SYLLABLES_OFF = 10


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


def half_typed(words: list[list[str]]) -> str:
    """As typed, but of the last syllable only its first letter counts.

    Signs typed so far may stand in another order, or for another sign, than in the finished syllable.
    """
    *before, last = words
    return as_typed([*before, [*last[:-1], last[-1][0]]])


def phrase(found: list[str]) -> str:
    """Tokens one after the other."""
    return '"' + " ".join(found) + '"'


def one_syllable_off(word: list[str]) -> str:
    """The word with any one syllable wrong, too many or missing: what is before it and what is after it."""
    if len(word) < _SYLLABLES_TO_TELL:
        return phrase(word)
    word = word[:_MOST_SYLLABLES_OFF]
    sides = ((word[:at], word[at + 1 :]) for at in range(len(word)))
    return " OR ".join("(" + " AND ".join(map(phrase, filter(None, pair))) + ")" for pair in sides)


def is_khmer_word(word: list[str]) -> bool:
    return any(map(is_khmer, word))
