"""Looks through a whole copy of the library: its tables, indexes, references, and the chain of its journal.

A program of its own (`python -m appliance.store.soundness FILE`), because all that takes a second for every
100,000 titles, in which Python would let the core wait again and again, and because what is damaged may end
whoever reads it. It tells what it found as one line of JSON.
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import apsw

from appliance.model.soundness import Part, Soundness
from appliance.store import journal
from appliance.store.database import UNUSABLE

_FAULTS_TOLD = 100
_OF_AN_INDEX = re.compile(" index |^fts5:")
"""In each of SQLite's sentences about one; the second where the search finds by it (sqlite.org/fts5.html)."""


def look_through(copy: Path) -> Soundness:
    """Nothing is written, and no file appears beside `copy`."""
    damage: dict[Part, int] = {}
    rows = 0
    connection = None
    try:
        connection = _open(copy)
        damage |= _faults(connection)
        rows = journal.verify(connection).seq
    except journal.JournalBroken as broken:
        damage[Part.JOURNAL], rows = broken.seq, broken.seq - 1
    except (*UNUSABLE, apsw.SQLError):
        damage.setdefault(Part.TABLES, 1)
    finally:
        if connection is not None:
            connection.close()
    return Soundness(rows, damage)


def _open(copy: Path) -> apsw.Connection:
    """As a file that nobody changes: its WAL was left behind with the library."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(f"file:{quote(str(copy))}?immutable=1", flags=flags)
    connection.pragma("cell_size_check", 1)
    connection.pragma("trusted_schema", 0)
    return connection


def _faults(connection: apsw.Connection) -> dict[Part, int]:
    said = [str(line) for (line,) in connection.execute(f"PRAGMA integrity_check({_FAULTS_TOLD})")]
    lost = list(islice(connection.execute("PRAGMA foreign_key_check"), _FAULTS_TOLD))
    of_indexes = sum(_OF_AN_INDEX.search(line) is not None for line in said)
    of_tables = len(said) - of_indexes if said != ["ok"] else 0
    found = {Part.TABLES: of_tables, Part.INDEXES: of_indexes, Part.REFERENCES: len(lost)}
    return {part: number for part, number in found.items() if number}


def main() -> None:
    # Both the processors and the disk of somebody who wants neither: a loan never waits for this.
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    sys.stdout.write(json.dumps(asdict(look_through(Path(sys.argv[1])))))


if __name__ == "__main__":
    main()
