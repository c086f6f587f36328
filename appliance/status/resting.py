"""Scenes in which nobody borrows: asleep, home, out of service."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "Attract",
    "Home",
    "OutOfService",
    "OutOfServiceReason",
    "RestingScene",
    "Signs",
]


class OutOfServiceReason(StrEnum):
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_NEWER = "database_newer"
    """Made by a later version of the program than this one."""
    DISK_FULL = "disk_full"
    JOURNAL_BROKEN = "journal_broken"


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is there."""


@dataclass(frozen=True, slots=True)
class Home:
    """Four tiles: borrow, return, search, my books."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the kiosk's signs mean: each thing to do as a row of pictures, without a word."""


@dataclass(frozen=True, slots=True)
class OutOfService:
    reason: OutOfServiceReason


RestingScene = Attract | Home | Signs | OutOfService
"""Scenes at which nobody in particular stands, or nobody can be served."""
