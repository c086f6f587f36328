"""What the periodic jobs need of the library's file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from appliance.model.jobs import JobName, JobRecord
from appliance.ports.snapshot import Snapshot


class Jobs(Protocol):
    """Records of the jobs; every change belongs into a `transaction`."""

    def record(self, name: JobName) -> JobRecord | None:
        """None for a job that was never planned."""
        ...

    def keep(self, record: JobRecord) -> None: ...

    def happened(self, since: datetime, before: datetime) -> Mapping[str, int]:
        """How many journal rows of each kind are dated from `since` on and before `before`."""
        ...


class Upkeep(Protocol):
    """Work on the library's file itself, in steps of a few milliseconds each."""

    def begin_copy(self) -> Snapshot:
        """Begin a copy of the library to be looked through by somebody else; see `Store.begin_snapshot`.

        Raises:
            SnapshotFailed: it cannot be written, or would leave too little room for loans.
        """
        ...

    def discard_copy(self) -> None:
        """Nothing of it stays on the disk."""
        ...

    def optimize(self) -> Iterator[None]:
        """Let SQLite look anew at how its tables are filled, where they changed much; one at each step."""
        ...
