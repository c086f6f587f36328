"""Which slip is with the printer. One at a time, so only what is PRINTING on disk may have come out.

The queue itself is in the library's file (`ports.Slips`); this is only what must not outlive the program.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from appliance.model import PrinterState, ReaderId
from appliance.ports import SlipAsked

SLIPS_AN_HOUR = 12
"""For one reader: who borrows and returns all day does not use up the roll."""
_HOUR_S = 3600.0
CAN_PRINT = frozenset({PrinterState.READY, PrinterState.PAPER_LOW})


@dataclass(slots=True)
class SlipQueue:
    """`handed_at_s` and all else here is uptime."""

    in_hand: SlipAsked | None = None
    handed_at_s: float = 0.0
    has_waiting: bool = False
    """So that a tick does not ask the file in vain."""
    printer: PrinterState = PrinterState.READY
    silent_since_s: float | None = None
    """The printer did not answer for the last slip: nothing is given to it until it does, or for a minute."""
    rests_until_s: float = 0.0
    """What it took nothing of is not tried again before."""
    _asked: deque[tuple[float, ReaderId]] = field(default_factory=deque)

    @property
    def is_free(self) -> bool:
        """Whether the printer can be given a slip now."""
        return self.in_hand is None and self.silent_since_s is None and self.printer in CAN_PRINT

    def may_ask(self, reader_id: ReaderId, uptime_s: float) -> bool:
        """Count a reader's slip, if they have not had too many within an hour."""
        while self._asked and uptime_s - self._asked[0][0] > _HOUR_S:
            self._asked.popleft()
        had = sum(reader == reader_id for _, reader in self._asked)
        if had >= SLIPS_AN_HOUR:
            return False
        self._asked.append((uptime_s, reader_id))
        return True
