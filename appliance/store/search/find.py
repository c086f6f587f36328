"""Search as the reader types: exact passes first, forgiving ones only when those find little.

Nothing is ordered by FTS5's rank: it reads every match (164 ms for one syllable over 100,000 titles, where
the first sixty cost 0.2). Of the first matches, those that begin a title come first, then those in a title,
then those in authors, series, subjects or numbers; else they stay in the order titles were taken in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import apsw

from appliance.catalogue.folding import fold
from appliance.model import CopyKind, CopyState, Shelf, Title, TitleId
from appliance.ports import CopyStanding, Found
from appliance.store.rows import TITLE, title_of
from appliance.store.search.numbers import typed_number
from appliance.store.search.phrases import as_typed, half_typed, may_change, words_of

if TYPE_CHECKING:
    from appliance.store.search.guesses import Guesses

_LONGEST_TEXT = 120
_FEW = 8
_MATCHES = "SELECT rowid, title_place(title_words) FROM title_words WHERE title_words MATCH ? LIMIT ?"
_OF_BARCODE = "SELECT title_id FROM copy WHERE barcode IN (?, ?) AND state <> 'withdrawn'"
_NEWEST = "SELECT id FROM title WHERE shelf = ? ORDER BY id DESC LIMIT ?"
_NEWEST_KHMER = "SELECT id FROM title WHERE shelf = ? AND language = 'km' ORDER BY id DESC LIMIT ?"

_TITLES = (
    f"SELECT {TITLE} FROM json_each(?) AS wanted JOIN title ON title.id = wanted.value ORDER BY wanted.key"
)
_STANDINGS = """
SELECT DISTINCT copy.title_id, copy.kind, copy.state,
    loan.id IS NOT NULL, request_copy.request_id IS NOT NULL, loan.brought_at IS NOT NULL
FROM json_each(?) AS wanted JOIN copy ON copy.title_id = wanted.value
LEFT JOIN loan ON loan.copy_id = copy.id AND loan.returned_at IS NULL
LEFT JOIN request_copy ON request_copy.copy_id = copy.id AND request_copy.waiting = 1
"""


class StoredSearch:
    """`ports.Search` over the index that `search_index` keeps."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        connection.register_fts5_function("title_place", _title_place)

    @cached_property
    def _guesses(self) -> Guesses:
        # Here and not above: at the start nobody has mistyped anything, and its libraries cost 10 ms.
        from appliance.store.search.guesses import Guesses

        return Guesses(self._connection)

    def find(self, text: str, limit: int = 60) -> Found:
        """Titles for what is typed so far, best first. Any text may come, and none is an error."""
        typed = text[:_LONGEST_TEXT].encode("utf-8", "ignore").decode()
        if not typed.strip():
            return self.browse(limit)
        words = words_of(typed)
        plain = _first(limit + 1, self._plain(typed, words, limit + 1))
        if len(plain) >= _FEW or not words:
            return _found(plain, limit)
        guesses = self._guesses.find(words, limit, sure=bool(plain))
        both = _first(limit + 1, iter((*plain, *guesses)))
        return _found(both, limit, guessed=bool(guesses) and not plain)

    def browse(self, limit: int = 60) -> Found:
        """Before anything is typed: from every shelf in turn, the newest titles, each other one in Khmer."""
        most = 1 + limit // len(Shelf)
        shelves = [self._of_shelf(shelf, most) for shelf in Shelf]
        by_turns = (ids[at] for at in range(most) for ids in shelves if at < len(ids))
        return _found(_first(limit + 1, by_turns), limit)

    def found_titles(self, ids: tuple[TitleId, ...]) -> tuple[tuple[Title, tuple[CopyStanding, ...]], ...]:
        """The titles of a page, in the order asked for, with how their copies stand."""
        wanted = (json.dumps(ids),)
        standings: dict[int, list[CopyStanding]] = {}
        for title_id, kind, state, *is_it in self._connection.execute(_STANDINGS, wanted):
            standing = CopyStanding(CopyKind(kind), CopyState(state), *map(bool, is_it))
            standings.setdefault(title_id, []).append(standing)
        titles = map(title_of, self._connection.execute(_TITLES, wanted))
        return tuple((title, tuple(standings.get(title.id, ()))) for title in titles)

    def _of_shelf(self, shelf: Shelf, most: int) -> list[TitleId]:
        khmer = self._ids(_NEWEST_KHMER, shelf, most)
        newest = self._ids(_NEWEST, shelf, most)
        by_turns = (title_id for pair in zip(khmer, newest, strict=False) for title_id in pair)
        return _first(most, iter((*by_turns, *newest)))

    def _plain(self, typed: str, words: list[list[str]], most: int) -> Iterator[TitleId]:
        """Titles that have what was typed, best pass first; a later pass runs only when it is asked for."""
        yield from self._ids(_OF_BARCODE, typed.strip(), fold(typed).strip().upper())
        number = typed_number(typed)
        if number:
            yield from self._matches(f'rest : "{number}"*', most)
        if not words:
            return
        expression = as_typed(words)
        ids = self._matches(expression, most)
        if len(ids) == most:  # there are more: none in a title may be missing for those elsewhere
            yield from self._matches(f"title : ({expression})", most)
        yield from ids
        if not ids and may_change(words[-1][-1]):
            yield from self._matches(half_typed(words), most)

    def _matches(self, expression: str, most: int) -> list[TitleId]:
        """Titles that begin with the words first, then those that have them in the title, then the rest."""
        rows = sorted(self._connection.execute(_MATCHES, (expression, most)), key=lambda row: row[1])
        return [TitleId(title_id) for title_id, _ in rows]

    def _ids(self, sql: str, *values: str | int) -> list[TitleId]:
        return [TitleId(title_id) for (title_id,) in self._connection.execute(sql, values)]


def _title_place(match: apsw.FTS5ExtensionApi, /, *_: apsw.SQLiteValue) -> int:
    """0 when the title begins with the first words typed, 1 when it has all of them, 2 otherwise."""
    places = [match.phrase_locations(number)[0] for number in range(match.phrase_count)]
    if not all(places):
        return 2
    return 0 if places[0][0] == 0 else 1


def _first(most: int, ids: Iterator[TitleId]) -> list[TitleId]:
    """The first `most` different ones."""
    seen: dict[TitleId, None] = {}
    for title_id in ids:
        seen.setdefault(title_id)
        if len(seen) == most:
            break
    return list(seen)


def _found(ids: list[TitleId], limit: int, *, guessed: bool = False) -> Found:
    return Found(tuple(ids[:limit]), guessed=guessed, more=len(ids) > limit)
