"""The journal, read row by row."""

from __future__ import annotations

import json
from typing import Any

from tests.flows.storyboard import Storyboard

Told = tuple[str, dict[str, Any]]


def journal_rows(story: Storyboard) -> list[Told]:
    """Every row's kind and body, but for what hides a name."""
    found: list[Any] = story.store.connection.execute(
        "SELECT kind, body FROM journal ORDER BY seq"
    ).fetchall()
    return [(kind, {k: v for k, v in json.loads(body).items() if k != "sealed"}) for kind, body in found]


def row_of(story: Storyboard, sql: str) -> tuple[Any, ...]:
    """The one row that a query finds."""
    found: list[Any] = story.store.connection.execute(sql).fetchall()
    (row,) = found
    return tuple(row)
