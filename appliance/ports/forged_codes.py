"""What the core needs to remember of codes that the library never made."""

from __future__ import annotations

from typing import Protocol

from appliance.model import StaffId


class ForgedCodes(Protocol):
    """How many there were, and who of staff knows of how many; changes belong into a `transaction`."""

    def count_one(self) -> int:
        """One more; how many there were so far, with it."""
        ...

    def not_told(self, staff_id: StaffId) -> int:
        """How many came since this member of staff was told."""
        ...

    def tell(self, staff_id: StaffId) -> None:
        """They know of all that came so far."""
        ...
