"""What a reader of one format gives: entries, and problems with their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from appliance.catalogue.entry import Cause, Entry, Problem, Refusal
from appliance.catalogue.reading.draft import Trouble

DETAIL_LETTERS = 80

Progress = Callable[[int, int], None]
"""Told now and then how far the reading has come, and of how much (both in bytes, or both in rows)."""

Told = Iterator[Entry | Problem]


def problem(cause: Cause, record: int, offset: int | None = None, detail: str = "") -> Problem:
    """A problem with its detail made fit to be shown."""
    fit = "".join(letter if letter.isprintable() else "?" for letter in detail[:DETAIL_LETTERS])
    return Problem(cause, record, offset, fit)


def problems(troubles: list[Trouble], record: int, offset: int | None = None) -> Iterator[Problem]:
    """The problems of one record at its place."""
    for cause, detail in troubles:
        yield problem(cause, record, offset, detail)


def refusal(cause: Cause, detail: str = "", *, record: int = 0, offset: int | None = None) -> Refusal:
    """The whole file is refused."""
    return Refusal(problem(cause, record, offset, detail))
