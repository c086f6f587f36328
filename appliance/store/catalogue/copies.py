"""The copies of an import's titles: new barcodes are added, missing ones given, none is ever taken away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import apsw

from appliance.catalogue.entry import Cause, CopyEntry, Problem
from appliance.paper.codes import read_slip_code
from appliance.people.cards import read_card

_OWNERS = "SELECT barcode, title_id, kind FROM copy WHERE barcode IN (SELECT value FROM json_each(?))"
_COUNTS = (
    "SELECT title_id, count(*) FROM copy WHERE title_id IN (SELECT value FROM json_each(?)) GROUP BY title_id"
)
_PUT = "INSERT INTO copy (id, barcode, title_id, kind) VALUES (?, ?, ?, ?)"
_SET_KIND = "UPDATE copy SET kind = ? WHERE barcode = ?"
_TAKEN = "SELECT 1 FROM copy WHERE barcode = ?"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The copies that record `number` of the file names for a title."""

    number: int
    title_id: int
    copies: tuple[CopyEntry, ...]


@dataclass(slots=True)
class _Plan:
    """What a batch will do. `owners` has the title and kind of each barcode, `counts` each title's copies."""

    owners: dict[str, tuple[int, str]]
    counts: dict[int, int]
    new: list[tuple[int, str, int, str]] = field(default_factory=list)
    kinds: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def after_last(connection: apsw.Connection, table: str) -> int:
    """The first id of a table that was never above any row's."""
    ((first_free,),) = connection.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {table}")
    return int(first_free)


def given_barcode(copy_id: int) -> str:
    """The barcode of a copy that came without one."""
    return f"B{copy_id:07}"


def is_reserved(barcode: str) -> bool:
    """Whether a scan of it would be taken for a card, a badge or a slip."""
    return read_card(barcode) is not None or read_slip_code(barcode) is not None


class CopyWriter:
    """Adds copies, inside the transaction of the caller."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._next = after_last(connection, "copy")

    def put(self, wanted: Sequence[Wanted]) -> tuple[int, list[Problem]]:
        """Keep what a batch of records names; how many copies are new, and which barcodes were taken."""
        plan = _Plan(self._owners(wanted), self._counts(wanted))
        for one in wanted:
            self._plan_named(plan, one)
        for one in wanted:
            self._plan_given(plan, one)
        self._connection.executemany(_PUT, plan.new)
        self._connection.executemany(_SET_KIND, plan.kinds)
        return len(plan.new), plan.problems

    def _owners(self, wanted: Sequence[Wanted]) -> dict[str, tuple[int, str]]:
        named = [copy.barcode for one in wanted for copy in one.copies if copy.barcode]
        if not named:
            return {}
        found = self._connection.execute(_OWNERS, (json.dumps(named),))
        return {barcode: (title_id, kind) for barcode, title_id, kind in found}

    def _counts(self, wanted: Sequence[Wanted]) -> dict[int, int]:
        return dict(self._connection.execute(_COUNTS, (json.dumps([one.title_id for one in wanted]),)))

    def _plan_named(self, plan: _Plan, one: Wanted) -> None:
        for copy in one.copies:
            if not copy.barcode:
                continue
            owner = plan.owners.get(copy.barcode)
            if is_reserved(copy.barcode):
                plan.problems.append(Problem(Cause.BARCODE_RESERVED, one.number, detail=copy.barcode))
            elif owner is None:
                self._add(plan, one.title_id, copy.barcode, copy)
            elif owner[0] != one.title_id:
                plan.problems.append(Problem(Cause.BARCODE_TAKEN, one.number, detail=copy.barcode))
            elif owner[1] != copy.kind:
                plan.kinds.append((str(copy.kind), copy.barcode))

    def _plan_given(self, plan: _Plan, one: Wanted) -> None:
        """Give barcodes to copies without one, as far as the title has not that many copies already."""
        unnamed = [copy for copy in one.copies if not copy.barcode]
        owners = (plan.owners.get(copy.barcode, (None, ""))[0] for copy in one.copies if copy.barcode)
        named = sum(owner == one.title_id for owner in owners)
        missing = named + len(unnamed) - plan.counts.get(one.title_id, 0)
        for copy in unnamed[: max(missing, 0)]:
            while self._is_taken(plan, given_barcode(self._next)):
                self._next += 1
            self._add(plan, one.title_id, given_barcode(self._next), copy)

    def _is_taken(self, plan: _Plan, barcode: str) -> bool:
        return barcode in plan.owners or self._connection.execute(_TAKEN, (barcode,)).fetchone() is not None

    def _add(self, plan: _Plan, title_id: int, barcode: str, copy: CopyEntry) -> None:
        plan.new.append((self._next, barcode, title_id, str(copy.kind)))
        plan.owners[barcode] = (title_id, str(copy.kind))
        plan.counts[title_id] = plan.counts.get(title_id, 0) + 1
        self._next += 1
