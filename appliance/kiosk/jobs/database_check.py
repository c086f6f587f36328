"""Optimise the library's file, and read all of it, so that a dying card is found before a reader finds it."""

from __future__ import annotations

from collections.abc import Iterator

from appliance.kiosk.context import DeskContext


def steps(context: DeskContext) -> Iterator[None]:
    upkeep = context.store.upkeep
    yield from upkeep.read_through()
    yield from upkeep.optimize()
