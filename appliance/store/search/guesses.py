"""The forgiving pass: Khmer typed with Latin letters or with wrong vowels, and mistyped words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

import apsw
from rapidfuzz import fuzz, process

from appliance.catalogue.folding import fold, tokens
from appliance.catalogue.romanise import romanise
from appliance.model import TitleId
from appliance.store.search.phrases import is_khmer_word, one_syllable_off, phrase
from appliance.store.search.sounds import sounds_like
from appliance.store.search.vocabulary import Vocabulary

_CANDIDATES = 60
"""How many matches are looked at closely; the time this takes is most of a forgiving search."""
_SOUNDS = "SELECT rowid FROM title_sounds WHERE title_sounds MATCH ? LIMIT ?"
_WORDS = "SELECT rowid FROM title_words WHERE title_words MATCH ? LIMIT ?"
_TEXTS = "SELECT id, title || ' ' || authors FROM title WHERE id IN (SELECT value FROM json_each(?))"
_FEWEST_LETTERS = 3
_LIKE_ENOUGH = 65.0
_SURELY_MEANT = 85.0
"""How much of what was typed is in the title, of 100."""

Likeness = Callable[[str], float]
"""How much a title's text is like what was typed, of 100."""


class Guesses:
    """Titles that may have been meant, best first."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._vocabulary = Vocabulary(connection)

    def find(self, words: list[list[str]], most: int, *, sure: bool) -> list[TitleId]:
        """`sure`: there are plain matches already, so only add what Latin letters surely meant in Khmer."""
        typed = "".join(token for word in words for token in word)
        if len(typed) < _FEWEST_LETTERS or typed.isdigit():
            return []
        khmer = any(map(is_khmer_word, words))
        if sure and khmer:
            return []
        ranked = list(self._heard(typed, words, khmer=khmer))
        if not sure and max((score for score, _ in ranked), default=0.0) < _SURELY_MEANT:
            ranked += self._mistyped(typed, words, khmer=khmer)
        least = _SURELY_MEANT if sure else _LIKE_ENOUGH
        ranked.sort(key=lambda rank: (-rank[0], rank[1]))
        return list(dict.fromkeys(title_id for score, title_id in ranked if score >= least))[:most]

    def _heard(self, typed: str, words: list[list[str]], *, khmer: bool) -> Iterator[tuple[float, TitleId]]:
        form = fold if khmer else _in_latin_letters
        return self._ranked(_SOUNDS, sounds_like(words), _part_of(typed, form))

    def _mistyped(
        self, typed: str, words: list[list[str]], *, khmer: bool
    ) -> Iterator[tuple[float, TitleId]]:
        if khmer:
            return self._ranked(_WORDS, _all_of(map(one_syllable_off, words)), _part_of(typed, fold))
        found = [token for word in words for token in word]
        meant = [self._meant(token, goes_on=False) for token in found[:-1]]
        meant.append(self._meant(found[-1], goes_on=True))
        return self._ranked(_WORDS, _all_of(meant), _words_of(found))

    def _meant(self, token: str, *, goes_on: bool) -> str:
        """The words of the library that are like a typed one, as a choice."""
        like = self._vocabulary.like(token, goes_on=goes_on)
        star = " *" if goes_on else ""
        return " OR ".join(phrase([word]) + star for word in (token, *like))

    def _ranked(self, sql: str, expression: str, likeness: Likeness) -> Iterator[tuple[float, TitleId]]:
        if not expression:
            return
        ids = [title_id for (title_id,) in self._connection.execute(sql, (expression, _CANDIDATES))]
        for title_id, text in self._connection.execute(_TEXTS, (json.dumps(ids),)):
            yield likeness(text), title_id


def _all_of(parts: Iterable[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _part_of(typed: str, form: Callable[[str], str]) -> Likeness:
    """Typed text as a part of a title's, both in one form and without spaces."""

    def likeness(text: str) -> float:
        return fuzz.partial_ratio(typed, "".join(form(text).split()), score_cutoff=_LIKE_ENOUGH)

    return likeness


def _words_of(typed: list[str]) -> Likeness:
    """Each typed word as the nearest of a title's words."""

    def likeness(text: str) -> float:
        there = tokens(text)
        nearest = (process.extractOne(word, there, scorer=fuzz.ratio) for word in typed)
        return sum(found[1] if found else 0.0 for found in nearest) / len(typed)

    return likeness


def _in_latin_letters(text: str) -> str:
    return "".join(map(romanise, text.replace("\u200b", " ").split()))
