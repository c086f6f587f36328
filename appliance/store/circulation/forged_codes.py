"""Forged codes in the store: a count, and who was told of how many."""

from __future__ import annotations

import apsw

from appliance.model import StaffId

_COUNT_ONE = (
    "INSERT INTO forged_codes (only, count) VALUES (1, 1)"
    " ON CONFLICT (only) DO UPDATE SET count = count + 1 RETURNING count"
)
_ALL = "coalesce((SELECT count FROM forged_codes), 0)"
_NOT_TOLD = f"SELECT {_ALL} - coalesce((SELECT count FROM forged_codes_told WHERE staff_id = ?), 0)"
_TELL = f"INSERT OR REPLACE INTO forged_codes_told (staff_id, count) SELECT ?, {_ALL}"


class StoredForgedCodes:
    """`ports.ForgedCodes` in SQL."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def count_one(self) -> int:
        ((count,),) = self._connection.execute(_COUNT_ONE)
        return int(count)

    def not_told(self, staff_id: StaffId) -> int:
        ((count,),) = self._connection.execute(_NOT_TOLD, (staff_id,))
        return max(0, int(count))

    def tell(self, staff_id: StaffId) -> None:
        self._connection.execute(_TELL, (staff_id,))
