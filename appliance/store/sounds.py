"""What was typed, as FTS5 expressions over the sounds of Khmer titles."""

from __future__ import annotations

from appliance.catalogue.latin import khmer_key, latin_keys
from appliance.store.phrases import is_khmer_word, phrase
from appliance.store.search_index import RUN_LETTERS, START_LETTERS, runs_of

_SHORTEST_KEY = 2


def sounds_like(words: list[list[str]]) -> str:
    """All words by their consonants, as an FTS5 expression; empty when they have too few of them.

    Khmer has no spaces, so its sounds are looked for anywhere; a Latin word is one at the start of a word.
    """
    latin = ["".join(word) for word in words if not is_khmer_word(word)]
    if any(len(key) < _SHORTEST_KEY for word in latin for key in latin_keys(word)):
        latin = ["".join(latin)]  # nou hach: each has one consonant, together they have two
    choices = [[_from_a_word(key) for key in latin_keys(word) if len(key) >= _SHORTEST_KEY] for word in latin]
    keys = (khmer_key("".join(word)) for word in words if is_khmer_word(word))
    choices += [[_run(key)] for key in keys if len(key) >= _SHORTEST_KEY]
    return " AND ".join("(" + " OR ".join(choice) + ")" for choice in choices if choice)


def _from_a_word(key: str) -> str:
    if len(key) <= START_LETTERS:
        return f'starts : "{key}" *'
    return f'(starts : "{key[:START_LETTERS]}" AND {_run(key)})'


def _run(key: str) -> str:
    if len(key) < RUN_LETTERS:
        return f'runs : "{key}" *'
    return f"runs : {phrase(runs_of(key)[: 1 - RUN_LETTERS])}"
