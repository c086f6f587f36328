"""Keeping the search index in step with the titles; each change belongs into the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import apsw

from appliance.catalogue.folding import is_khmer, tokens
from appliance.catalogue.latin import khmer_keys, squash
from appliance.model import Title
from appliance.store.search.numbers import isbn_forms

_WORDS = "INSERT OR REPLACE INTO title_words(rowid, title, people, rest) VALUES (?, ?, ?, ?)"
_SOUNDS = "INSERT OR REPLACE INTO title_sounds(rowid, starts, runs) VALUES (?, ?, ?)"
_NO_SOUNDS = "DELETE FROM title_sounds WHERE rowid = ?"
_WORD = "INSERT OR IGNORE INTO search_word (word) VALUES (?)"
_SHORTEST_WORD = 3
START_LETTERS = 4
RUN_LETTERS = 3


def put(connection: apsw.Connection, title_id: int, title: Title) -> None:
    """Make `title` findable under `title_id`, in place of what was there."""
    put_many(connection, ((title_id, title),))


def put_many(connection: apsw.Connection, rows: Iterable[tuple[int, Title]]) -> None:
    """`put` for many titles at once."""
    words: list[tuple[int, str, str, str]] = []
    sounds: list[tuple[int, str, str]] = []
    silent: list[tuple[int]] = []
    latin: set[str] = set()
    for title_id, title in rows:
        names, people = tokens(title.title), tokens("\n".join(title.authors))
        words.append((title_id, " ".join(names), " ".join(people), _rest(title)))
        latin.update(names, people)
        heard = _sounds(title)
        if heard is None:
            silent.append((title_id,))
        else:
            sounds.append((title_id, *heard))
    connection.executemany(_WORDS, words)
    connection.executemany(_SOUNDS, sounds)
    connection.executemany(_NO_SOUNDS, silent)
    connection.executemany(_WORD, ((word,) for word in latin if _may_be_mistyped(word)))


def remove(connection: apsw.Connection, title_id: int) -> None:
    """Forget a title; its words stay as what a mistyped word may have meant, which does no harm."""
    connection.execute("DELETE FROM title_words WHERE rowid = ?", (title_id,))
    connection.execute(_NO_SOUNDS, (title_id,))


@lru_cache(maxsize=4096)
def _repeated(text: str) -> str:
    """Series, subjects and publishers come again and again."""
    return " ".join(tokens(text))


def _rest(title: Title) -> str:
    texts = (title.series, *title.subjects, title.publisher)
    return " ".join((*map(_repeated, filter(None, texts)), *isbn_forms(title.isbn)))


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word.isalpha() and not is_khmer(word)


def _sounds(title: Title) -> tuple[str, str] | None:
    """What title and authors sound like, or nothing when no Khmer is in them."""
    starts: list[str] = []
    runs: list[str] = []
    for text in (title.title, *title.authors):
        if is_khmer(text):
            keys = khmer_keys(text)
            starts += (_start("".join(keys[at:])) for at in range(len(keys)))
            runs += runs_of(squash("".join(keys)))
    return (" ".join(starts), " ".join(runs)) if runs else None


def _start(key: str) -> str:
    return squash(key)[:START_LETTERS]


def runs_of(key: str) -> list[str]:
    """From each letter on, three letters: any part of a key is a phrase of them."""
    return [key[at : at + RUN_LETTERS] for at in range(len(key))]
