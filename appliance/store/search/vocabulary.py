"""The Latin words of the library, in memory once someone mistypes, to find the one that was meant."""

from __future__ import annotations

from functools import lru_cache

import apsw
from rapidfuzz import process
from rapidfuzz.distance import OSA

_CHOICES = 6
_LONG_WORD = 7
# The first letter is seldom wrong, but these are taken for each other, in Khmer names above all.
_ALIKE = ("ckqg", "fpb", "szc", "iy", "jgc", "vw", "td", "aeo")


class Vocabulary:
    """Words by their first letter; read again when another connection wrote or titles were added."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._version: tuple[int, ...] = ()
        self._heads = lru_cache(maxsize=512)(self._heads_of)

    def like(self, token: str, *, goes_on: bool) -> list[str]:
        """Up to six words at most one letter off, or two in a long word, nearest first.

        `goes_on`: the token may be the beginning of a word; what is given back may be one as well.
        """
        if len(token) < 3 or not token.isalpha():
            return []
        self._refresh()
        off = 2 if len(token) >= _LONG_WORD else 1
        choices = [
            choice
            for letter in _firsts(token)
            for choice in self._heads(letter, len(token) if goes_on else 0)
        ]
        found = process.extract(token, choices, scorer=OSA.distance, score_cutoff=off, limit=_CHOICES)
        return [word for word, _, _ in found]

    def _refresh(self) -> None:
        version = (
            self._connection.pragma("data_version"),
            self._connection.execute("SELECT coalesce(max(id), 0) FROM title").get,
        )
        if version != self._version:
            self._version = version
            self._heads.cache_clear()

    def _heads_of(self, letter: str, length: int) -> tuple[str, ...]:
        """Words that begin with `letter`; with a length, only as much of each as may have been typed."""
        after = chr(ord(letter) + 1)
        sql = "SELECT word FROM search_word WHERE word >= ? AND word < ?"
        words = [word for (word,) in self._connection.execute(sql, (letter, after))]
        if not length:
            return tuple(words)
        return tuple({word[:cut] for word in words for cut in (length - 1, length, length + 1)})


def _firsts(token: str) -> list[str]:
    """First letters the meant word may have: the typed one, one like it, or the second one."""
    alike = "".join(group for group in _ALIKE if token[0] in group)
    return sorted({token[0], token[1], *alike})
