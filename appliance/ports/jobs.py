"""What the periodic jobs need of the library's file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from appliance.model.jobs import JobName, JobRecord


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

    def optimize(self) -> Iterator[None]:
        """Let SQLite look anew at how its tables are filled, where they changed much; one at each step."""
        ...

    def read_through(self) -> Iterator[None]:
        """Read every row of every table, some at each step. An unreadable one raises what SQLite says."""
        ...
