"""What was typed, as FTS5 expressions over the sounds of Khmer titles."""

from __future__ import annotations

from appliance.catalogue.latin import khmer_key, latin_keys
from appliance.store.search.index import RUN_LETTERS, START_LETTERS, runs_of
from appliance.store.search.phrases import is_khmer_word, phrase

_SHORTEST_KEY = 2


def sounds_like(words: list[list[str]]) -> str:
    """All words by their consonants, as an FTS5 expression; empty when they have too few of them.

    Khmer has no spaces, so its sounds are looked for anywhere; Latin ones from the start of a word on.
    """
    khmer = [khmer_key("".join(word)) for word in words if is_khmer_word(word)]
    latin = ["".join(word) for word in words if not is_khmer_word(word)]
    runs = [_run(key) for key in khmer if len(key) >= _SHORTEST_KEY]
    return " AND ".join(f"({part})" for part in (*runs, _from_words(latin)) if part)


def _from_words(latin: list[str]) -> str:
    """Each word at the start of a Khmer word, or all of them as one: spaces go where the typist likes."""
    together = _from_a_word(" ".join(latin))
    each = [_from_a_word(word) for word in latin]
    if len(each) > 1 and all(each):
        apart = " AND ".join(f"({word})" for word in each)
        return f"({apart}) OR {together}"
    return together


def _from_a_word(typed: str) -> str:
    keys = (key for key in latin_keys(typed) if len(key) >= _SHORTEST_KEY)
    return " OR ".join(map(_start_and_run, keys))


def _start_and_run(key: str) -> str:
    if len(key) <= START_LETTERS:
        return f'starts : "{key}" *'
    return f'(starts : "{key[:START_LETTERS]}" AND {_run(key)})'


def _run(key: str) -> str:
    if len(key) < RUN_LETTERS:
        return f'runs : "{key}" *'
    return f"runs : {phrase(runs_of(key)[: 1 - RUN_LETTERS])}"
