"""The slip that the printer has, and how the printer is. One at a time, so only what is PRINTING on disk may
have come out.

What waits, waits in the library's file (`ports.Slips`), and nowhere else; here is only what must not outlive
the program.
"""

from __future__ import annotations

from dataclasses import dataclass

from appliance.model import PrinterState, RequestId
from appliance.ports import SlipAsked

CAN_PRINT = frozenset({PrinterState.READY, PrinterState.PAPER_LOW})
SILENT_AFTER_S = 120.0
"""Longer than the slowest printer takes for the longest slip; then it is taken for dead."""
TRIED_AGAIN_AFTER_S = 60.0
"""A printer taken for dead is given one slip so much later: perhaps it came back without a word."""
REST_S = 5.0
"""So long after a slip that was not begun none is tried: a printer that says it is ready and takes nothing
must not wear the card out."""


@dataclass(slots=True)
class AtPrinter:
    """All times are uptime."""

    in_hand: SlipAsked | None = None
    handed_at_s: float = 0.0
    state: PrinterState = PrinterState.READY
    silent_since_s: float | None = None
    """The printer did not answer for the last slip: nothing is given to it until it does, or for a minute."""
    rests_until_s: float = 0.0
    """What it took nothing of is not tried again before."""
    has_waiting: bool = False
    """Whether the file may hold slips that wait, so that a tick does not ask it in vain."""

    @property
    def is_free(self) -> bool:
        """Whether the printer can be given a slip now."""
        return self.in_hand is None and self.silent_since_s is None and self.state in CAN_PRINT

    def give(self, asked: SlipAsked, uptime_s: float) -> None:
        self.in_hand, self.handed_at_s = asked, uptime_s

    def take_back(self, request_id: RequestId, print: int) -> SlipAsked | None:
        """The slip that the printer has, if it is this one."""
        asked = self.in_hand
        if asked is None or (asked.request_id, asked.print) != (request_id, print):
            return None
        self.in_hand = None
        return asked

    def give_up(self, uptime_s: float) -> SlipAsked | None:
        """It is taken for dead; the slip it had."""
        asked, self.in_hand = self.in_hand, None
        self.silent_since_s = uptime_s
        return asked

    def told(self, state: PrinterState) -> None:
        """It says how it is, so it is not dead."""
        self.state, self.silent_since_s = state, None

    def is_silent(self, uptime_s: float) -> bool:
        """It had its slip for too long without a word."""
        return self.in_hand is not None and uptime_s - self.handed_at_s > SILENT_AFTER_S

    def is_tried_again(self, uptime_s: float) -> bool:
        """It was left alone for long enough."""
        since_s = self.silent_since_s
        return since_s is not None and uptime_s - since_s > TRIED_AGAIN_AFTER_S

    def looked_at_s(self, uptime_s: float) -> float | None:
        """When something is to be given up, or may be printed; None while the printer is at rest.

        What waits is looked at each second, because it grows old by the library's time and is tried by
        uptime; it does so for some minutes at most.
        """
        if self.has_waiting:
            return uptime_s
        silent_at_s = self.handed_at_s + SILENT_AFTER_S if self.in_hand is not None else None
        tried_at_s = self.silent_since_s + TRIED_AGAIN_AFTER_S if self.silent_since_s is not None else None
        return min((at_s for at_s in (silent_at_s, tried_at_s) if at_s is not None), default=None)
