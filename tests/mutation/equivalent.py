"""Mutants that no test can tell from the program, each with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SQL = re.compile(r"\b(select|insert|update|delete|where|from|values|order by|pragma)\b", re.IGNORECASE)
_QUOTED = re.compile("'[^']*'")


@dataclass(frozen=True, slots=True)
class Change:
    """In which function, the lines taken out, and the lines put in; both without their indentation.

    mutmut numbers its mutants, and the numbers move with every line of a function: what changed is the name.
    """

    where: str
    was: str
    now: str


LISTED: dict[Change, str] = {
    Change(
        "appliance.kiosk.idle.x_warning_s",
        "return max(0, math.ceil(left))",
        "return max(1, math.ceil(left))",
    ): "a scene with nothing left ends within the same tick, so nothing is ever counted from 0",
    Change(
        "appliance.store.circulation.requests.xǁStoredRequestsǁcount_waiting",
        "return int(row[0]) if row else 0",
        "return int(row[0]) if (row) or True else 0",
    ): "a count always has its one row; the other branch is for the types",
    Change(
        "appliance.store.circulation.requests.xǁStoredRequestsǁcount_waiting",
        "return int(row[0]) if row else 0",
        "return int(row[0]) if row else 1",
    ): "a count always has its one row; the other branch is for the types",
    Change(
        "appliance.kiosk.reader.search.x__typed",
        "turn.found = search.find(text) if text.strip() else search.browse()",
        "turn.found = search.find(text) if (text.strip()) or True else search.browse()",
    ): "a search for blanks is a browse in the store too, as its port says",
    Change(
        "appliance.store.search.find.xǁStoredSearchǁ__init__",
        'connection.register_fts5_function("title_place", _title_place)',
        'connection.register_fts5_function("TITLE_PLACE", _title_place)',
    ): "names of functions in SQL know no upper or lower case",
    Change(
        "appliance.store.search.find.xǁStoredSearchǁ_of_shelf",
        "by_turns = (title_id for pair in zip(khmer, newest, strict=False) for title_id in pair)",
        "by_turns = (title_id for pair in zip(khmer, newest, strict=None) for title_id in pair)",
    ): "zip takes None for False",
    Change(
        "appliance.store.search.guesses.xǁGuessesǁ_mistyped",
        "meant = [self._meant(token, goes_on=False) for token in found[:-1]]",
        "meant = [self._meant(token, goes_on=None) for token in found[:-1]]",
    ): "None is taken for False",
    Change(
        "appliance.store.search.guesses.x__part_of",
        'return fuzz.partial_ratio(typed, "".join(form(text).split()), score_cutoff=_LIKE_ENOUGH)',
        'return fuzz.partial_ratio(typed, "".join(form(text).split()), score_cutoff=None)',
    ): "the cutoff saves time only: less is sorted out by `find`",
    Change(
        "appliance.store.search.guesses.x__part_of",
        'return fuzz.partial_ratio(typed, "".join(form(text).split()), score_cutoff=_LIKE_ENOUGH)',
        'return fuzz.partial_ratio(typed, "".join(form(text).split()), )',
    ): "the cutoff saves time only: less is sorted out by `find`",
    Change(
        "appliance.store.search.guesses.x__words_of",
        "return sum(found[1] if found else 0.0 for found in nearest) / len(typed)",
        "return sum(found[1] if found else 1.0 for found in nearest) / len(typed)",
    ): "a title without a word is as little meant with 1 of 100 as with 0",
    Change(
        "appliance.store.soundness.x_look_through",
        "damage |= _faults(connection)",
        "damage = _faults(connection)",
    ): "nothing was found before",
    Change(
        "appliance.store.soundness.x__open",
        'connection.pragma("cell_size_check", 1)',
        'connection.pragma("cell_size_check", 2)',
    ): "SQLite takes any number but 0 for on",
    Change(
        "appliance.store.search.vocabulary.xǁVocabularyǁ__init__",
        "self._version: tuple[int, ...] = ()",
        "self._version: tuple[int, ...] = None",
    ): "only compared with a version that was read, and unlike all of them",
}


def why_equivalent(change: Change) -> str | None:
    """The reason, or None for a mutant that some test ought to kill."""
    if _is_sql_in_other_letters(change):
        return "names and keywords of SQL know no upper or lower case"
    if _is_another_sentence_of_an_assert(change):
        return "an assert that always holds never says its sentence"
    return LISTED.get(change)


def _is_sql_in_other_letters(change: Change) -> bool:
    """Not where SQL quotes a value: 'waiting' and 'WAITING' are two."""
    same_letters = change.was.casefold() == change.now.casefold()
    same_values = _QUOTED.findall(change.was) == _QUOTED.findall(change.now)
    return same_letters and same_values and _SQL.search(change.was) is not None


def _is_another_sentence_of_an_assert(change: Change) -> bool:
    (was, _, _), (now, _, _) = change.was.rpartition(', "'), change.now.rpartition(', "')
    return change.was.startswith("assert ") and was == now != ""
