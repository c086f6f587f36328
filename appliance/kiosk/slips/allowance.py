"""How many slips one reader may have: who borrows and returns all day does not use up the roll."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from appliance.model import ReaderId

SLIPS_AN_HOUR = 12
_HOUR_S = 3600.0


@dataclass(slots=True)
class SlipAllowance:
    """Of the last hour of uptime; forgotten with the program, which costs at most as many slips again."""

    _asked: deque[tuple[float, ReaderId]] = field(default_factory=deque)

    def take_one(self, reader_id: ReaderId, uptime_s: float) -> bool:
        """Count a reader's slip, if they have not had too many within an hour."""
        while self._asked and uptime_s - self._asked[0][0] > _HOUR_S:
            self._asked.popleft()
        had = sum(reader == reader_id for _, reader in self._asked)
        if had >= SLIPS_AN_HOUR:
            return False
        self._asked.append((uptime_s, reader_id))
        return True
