"""Scenes in which nobody borrows: asleep, home, out of service."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
class OutOfService:
    reason: OutOfServiceReason
