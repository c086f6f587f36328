"""What the core needs to remember of readers and staff."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from appliance.model import Reader, ReaderId, Staff, StaffId


@dataclass(frozen=True, slots=True)
class StaffSecret:
    """What is kept of a member of staff's PIN: its argon2id PHC string, and wrong tries in a row."""

    pin_hash: str
    failures: int


class People(Protocol):
    """Readers and staff. The `int` beside each is the issue of the card that is valid now."""

    def reader(self, number: int) -> tuple[Reader, int] | None: ...

    def reader_by_id(self, reader_id: ReaderId) -> Reader: ...

    def staff(self, number: int) -> tuple[Staff, int] | None: ...

    def secret(self, staff_id: StaffId) -> StaffSecret: ...

    def count_failure(self, staff_id: StaffId) -> int:
        """One more wrong PIN in a row, before it is looked at; returns how many now."""
        ...

    def forget_failures(self, staff_id: StaffId) -> None: ...

    def all_staff(self) -> list[tuple[Staff, int]]: ...

    def reissue(self, staff_id: StaffId, pin_hash: str) -> int:
        """A new badge and a new PIN, and no wrong tries; returns the issue, which kills the badge before."""
        ...
