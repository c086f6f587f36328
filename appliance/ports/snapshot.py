"""A consistent copy of the library, made in steps while it is lent from; see `store.snapshot`."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class SnapshotFailed(Exception):
    """There is no room for the copy, or a disk could not be read or written. Nothing is left of it."""


class NoRoomForSnapshot(SnapshotFailed):
    """It would leave too little room for loans, so it was not begun."""


class Snapshot(Protocol):
    """Begun by `Store.begin_snapshot`; stepped by the core's thread, between messages."""

    @property
    def path(self) -> Path:
        """Where it is once it is whole."""
        ...

    def step(self, at_most_ms: float) -> bool:
        """Go on for `at_most_ms`, a few pages at least; True when the copy is whole, on disk, and named.

        The copy is the library as it was at the last step but those that only wait for the disk. Inside a
        transaction nothing is done.

        Raises:
            SnapshotFailed: it is closed, too.
        """
        ...

    def close(self) -> None:
        """Let go of it, whole or not; may be called twice. Waits for the disk where that is still at work."""
        ...
